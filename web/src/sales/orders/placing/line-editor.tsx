import { useT } from '../../../i18n/i18n.ts';
import { Section } from '../../../record/record-page.tsx';
import { type Draft, type DraftLine, withLine, withoutLine } from './draft.ts';
import type { Shortage } from './find-items.ts';
import { goTo } from './go-to.ts';
import { LineRow } from './line-row.tsx';
import styles from './placing.module.css';

interface Props {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly nets: ReadonlyMap<string, number>;
  readonly shortages: ReadonlyMap<string, Shortage>;
  readonly refuses: boolean;
  /** What is wrong with the field at `{key}-{field}`. */
  readonly fault: (place: string) => string | undefined;
}

/** The lines of an order, with an empty one always at the end. */
export function LineEditor({ draft, change, nets, shortages, refuses, fault }: Props) {
  const t = useT();
  const remove = (key: string, index: number) => {
    change((now) => withoutLine(now, key));
    goTo(`${draft.lines[index + 1]?.key ?? draft.lines[0]?.key}-item`, true);
  };
  return (
    <Section title={t('records.lines')}>
      <div className={styles.heads} aria-hidden>
        <span>{t('orders.item')}</span>
        <span>{t('orders.quantity')}</span>
        <span>{t('orders.price')}</span>
        <span>{t('orders.discount')}</span>
        <span>{t('orders.vat')}</span>
        <span className="amount">{t('orders.net')}</span>
        <span />
      </div>
      <ol className={styles.lines} id="order-lines">
        {draft.lines.map((line, index) => (
          <LineRow
            key={line.key}
            line={line}
            no={index + 1}
            date={draft.date}
            warehouse={draft.warehouse}
            net={nets.get(line.key)}
            shortage={shortages.get(line.key)}
            refuses={refuses}
            fault={(field) => fault(`${line.key}-${field}`)}
            onChange={(part: Partial<DraftLine>) => change((now) => withLine(now, line.key, part))}
            onRemove={() => remove(line.key, index)}
            onNext={() => goTo(`${draft.lines[index + 1]?.key}-item`)}
          />
        ))}
      </ol>
      {fault('lines') && (
        <p className={styles.fault} role="alert">
          {fault('lines')}
        </p>
      )}
    </Section>
  );
}
