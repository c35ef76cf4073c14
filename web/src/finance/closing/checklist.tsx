import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { daysBetween } from '#kernel/date.ts';
import type { Schemas } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { useWords } from '../../list/columns.tsx';
import { hrefOf } from '../../record/kinds.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './checklist.module.css';

type Close = Schemas['MonthClose'];
type Check = Close['checks'][number];

/** Where each is mended. */
const PLACES: Readonly<Record<Check['check'], string>> = {
  drafts: '/invoice-drafts?state=draft',
  shipments: '/orders?status=shipped',
  numbers: '/invoices',
  duplicates: '/payables/bills',
  receivables: '/receivables',
  payables: '/payables/ageing',
  stock: '/stock',
  assets: '/assets',
  vat: '/tax-returns',
  withheld: '/tax-returns',
  payroll: '/payroll/runs',
  'bank-lines': '/banking/lines',
  'bank-ledger': '/banking/accounts',
  suspense: '/journal/new',
  unbilled: '/payables/unbilled',
  accruals: '/recurring-entries',
  deferrals: '/journal/new',
  depreciation: '/assets/entries',
  revaluation: '/exchange-differences',
  'negative-stock': '/stock',
  'customer-credits': '/receivables',
  'supplier-debits': '/payables/ageing',
  balances: '/trial-balance',
  own: '/trial-balance',
  proof: '/books/seals',
  variance: '/statements',
  'variance-year': '/statements',
  'variance-budget': '/budgets',
};

const GROUPS = ['documents', 'subledgers', 'bank', 'books'] as const;

interface Props {
  readonly close: Close;
  readonly onWaive: (check: Check) => void;
  readonly onExplain: (check: Check, item: Check['items'][number]) => void;
}

/** The checks: those that keep the month open first, the others by what they are about. */
export function Checklist({ close, onWaive, onExplain }: Props) {
  const { t } = useWords();
  const failed = close.checks.filter(({ state }) => state === 'failed');
  const others = close.checks.filter(({ state }) => state !== 'failed');
  return (
    <>
      {failed.length > 0 && (
        <Section title={t('closing.blockers')}>
          <Checks checks={failed} close={close} onWaive={onWaive} onExplain={onExplain} />
        </Section>
      )}
      {GROUPS.map((group) => {
        const checks = others.filter((check) => check.group === group);
        return (
          checks.length > 0 && (
            <Section key={group} title={t(`closing.groups.${group}`)}>
              <Checks checks={checks} close={close} onWaive={onWaive} onExplain={onExplain} />
            </Section>
          )
        );
      })}
    </>
  );
}

const Checks = ({ checks, ...rest }: Props & { readonly checks: readonly Check[] }) => (
  <ul className={styles.checks}>
    {checks.map((check) => (
      <li key={check.check}>
        <StateBadge kind="close-check" state={check.state} />
        <CheckLine check={check} {...rest} />
      </li>
    ))}
  </ul>
);

function CheckLine({ check, close, onWaive, onExplain }: Props & { readonly check: Check }) {
  const { t, formats } = useWords();
  const can = useCan();
  const { check: name, state, owner, since, count, compared, waiver, carried, actions } = check;
  const label = t(`closing.names.${name}`);
  const mayWaive = close.state === 'waiting' && can('waiveCloseCheck') && actions.waiveCloseCheck === null;
  const mayExplain = close.state === 'waiting' && can('explainCloseCheck') && actions.explainCloseCheck === null;
  return (
    <div>
      <strong>{label}</strong>
      {compared && <p>{t('closing.compared', { expected: formats.money(compared.expected), found: formats.money(compared.found) })}</p>}
      {count > 0 && <Items check={check} {...(mayExplain ? { onExplain } : {})} />}
      {(check.reasons ?? []).map(({ text, by, reason }) => (
        <p key={`${text} ${reason}`}>{t('closing.explain.by', { account: text, by, reason })}</p>
      ))}
      {waiver && <p>{t('closing.waivedBy', { by: waiver.by, reason: waiver.reason, until: formats.date(waiver.until) })}</p>}
      {waiver?.since && <p>{t('closing.waivedSince', { month: formats.month(waiver.since) })}</p>}
      {carried && <p>{t('closing.carried', { by: carried.by, reason: carried.reason, until: formats.date(carried.until) })}</p>}
      {state === 'failed' && (
        <p className={styles.foot}>
          <Link to={PLACES[name] as never}>{t(`closing.mend.${name}`)}</Link>
          <span className="dimmed">
            {t(`closing.owners.${owner}`)} · {t('closing.age', { count: since ? daysBetween(since.slice(0, 10), today()) : 0 })}
          </span>
          {mayWaive && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('closing.waive.title', { check: label })}
              onClick={() => onWaive(check)}
            >
              {t(carried ? 'closing.waive.again' : 'closing.waive.action')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

type Item = Check['items'][number];
/** The beginning of an account, as budgets plan it, has no page. */
const isPage = ({ kind, text }: Item): boolean => kind !== 'account' || text.length > 2;
const labelOf = ({ text, under }: Item): string => (under ? `${text} · ${under.dimension}: ${under.value}` : text);

/** What is at fault, each with the way to it. */
function Items({ check, onExplain }: { readonly check: Check } & Partial<Pick<Props, 'onExplain'>>) {
  const { items, count } = check;
  const { t, formats } = useWords();
  return (
    <ul className={styles.items}>
      {items.map((item) => {
        const to = item.id && isPage(item) && hrefOf(item.id);
        const label = labelOf(item);
        const facts = [item.date && formats.date(item.date), item.amount && formats.money(item.amount)].filter(Boolean).join(' · ');
        return (
          <li key={`${item.id ?? ''} ${label}`}>
            {to ? <Link to={to as never}>{label}</Link> : label}
            {facts && <span className="dimmed"> · {facts}</span>}
            <Moved entries={item.moved ?? []} />
            {onExplain && item.id && (
              <Button variant="subtle" size="compact-xs" onClick={() => onExplain(check, item)}>
                {t('closing.explain.short')}
              </Button>
            )}
          </li>
        );
      })}
      {count > items.length && <li>{t('closing.more', { count: count - items.length })}</li>}
    </ul>
  );
}

/** The entries that moved an account most, each with the way to its document. */
function Moved({ entries }: { readonly entries: NonNullable<Check['items'][number]['moved']> }) {
  const { formats } = useWords();
  if (entries.length === 0) return null;
  return (
    <ul className={styles.items}>
      {entries.map(({ id, text, date, amount }) => (
        <li key={id}>
          <Link to={(hrefOf(id) ?? '/journal') as never}>{text}</Link>
          <span className="dimmed">
            {' '}
            · {formats.date(date)} · {formats.money(amount)}
          </span>
        </li>
      ))}
    </ul>
  );
}
