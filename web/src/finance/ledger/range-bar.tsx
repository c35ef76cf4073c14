import { isIsoDate } from '#kernel/date.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { DateField } from '../../ui/date-field.tsx';
import styles from './ledger.module.css';
import { RANGES, type Range, rangeOf } from './ranges.ts';
import { useFiscalYears } from './use-fiscal-years.ts';

interface Props {
  readonly range: Range;
  readonly onChange: (range: Range) => void;
}

/** First and last day of what is read, and the ranges that are asked for most. */
export function RangeBar({ range, onChange }: Props) {
  const t = useT();
  const day = today();
  const years = useFiscalYears();
  const type = (to: Partial<Range>) => {
    const next = { ...range, ...to };
    if (isIsoDate(next.from) && isIsoDate(next.to)) onChange(next);
  };
  return (
    <fieldset className={styles.range}>
      <legend className="unseen">{t('books.range.label')}</legend>
      <div className={lists.dates}>
        <DateField className={lists.date} aria-label={t('books.range.from')} value={range.from} onChange={(date) => type({ from: date })} />
        <span aria-hidden>–</span>
        <DateField className={lists.date} aria-label={t('books.range.to')} value={range.to} onChange={(date) => type({ to: date })} />
      </div>
      <div className={styles.choices}>
        {RANGES.map((name) => {
          const choice = rangeOf(name, day, years);
          const current = choice.from === range.from && choice.to === range.to;
          return (
            <button key={name} type="button" className={styles.choice} aria-pressed={current} onClick={() => onChange(choice)}>
              {t(`books.range.${name}`)}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
