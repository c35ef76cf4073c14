import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import styles from './customer.module.css';

/** From this share of the limit on, the bar warns. */
const NEARLY = 80;

/** How much of the credit limit is in use: a bar, and the same in words. */
export function CustomerCredit({ customer }: { readonly customer: Schemas['CustomerRow'] }) {
  const t = useT();
  const { creditLimit, exposure, availableCredit, counting } = customer;
  return (
    <Section title={t('customers.credit.title')}>
      {creditLimit && exposure && availableCredit ? (
        <Used limit={creditLimit} exposure={exposure} available={availableCredit} isCounting={counting === true} />
      ) : (
        <p className="dimmed">{t('customers.credit.none')}</p>
      )}
    </Section>
  );
}

type Money = Schemas['Money'];

interface UsedProps {
  readonly limit: Money;
  readonly exposure: Money;
  readonly available: Money;
  readonly isCounting: boolean;
}

function Used({ limit, exposure, available, isCounting }: UsedProps) {
  const t = useT();
  const { money } = useFormats();
  // Only the width of a bar: no money comes of it.
  const share = Number(limit.amount) > 0 ? (100 * Number(exposure.amount)) / Number(limit.amount) : 100;
  const used = t('customers.credit.used', { used: money(exposure), limit: money(limit) });
  const tone = share >= 100 ? 'bad' : share >= NEARLY ? 'warn' : 'good';
  const [state, over] = words(available.amount);
  return (
    <div className={styles.credit}>
      <p>
        <b>{used}</b>
      </p>
      <div className={styles.meter} data-tone={tone} aria-hidden>
        <div style={{ width: `${Math.min(100, Math.max(0, share))}%` }} />
      </div>
      <p className={tone === 'bad' ? styles.over : undefined}>
        {t(`customers.credit.${state}`, { free: money(available), over: money({ ...available, amount: over }) })}
      </p>
      <p className="dimmed">{t('customers.credit.what')}</p>
      {isCounting && <p className="dimmed">{t('customers.credit.counting')}</p>}
    </div>
  );
}

/** What the credit that is left means, and by how much the limit is exceeded. */
function words(available: string): ['free' | 'full' | 'over', string] {
  if (Number(available) === 0) return ['full', '0'];
  return available.startsWith('-') ? ['over', available.slice(1)] : ['free', '0'];
}
