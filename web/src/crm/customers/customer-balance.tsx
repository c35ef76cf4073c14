import { add, decimal, format } from '#kernel/decimal.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

const MOST = 100;
type Money = Schemas['Money'];

const total = (amounts: readonly Money[]): Money => ({
  amount: format(amounts.map(({ amount }) => decimal(amount)).reduce(add, { units: 0n, scale: 2 })),
  currency: 'EUR',
});

/** What the customer owes, what of it is overdue, and what was paid and stands against nothing yet. */
export function CustomerBalance({ customerId }: { readonly customerId: string }) {
  const t = useT();
  const { money } = useFormats();
  const query = { customerId, limit: MOST };
  const invoices = $api.useQuery('get', '/invoices', { params: { query: { ...query, state: 'open,overdue' } } });
  const receipts = $api.useQuery('get', '/receipts', { params: { query: { ...query, open: true } } });
  const notes = $api.useQuery('get', '/credit-notes', { params: { query: { ...query, open: true } } });
  const owed = invoices.data?.items ?? [];
  const paid = [...(receipts.data?.items ?? []), ...(notes.data?.items ?? [])];
  const loaded = invoices.data && receipts.data && notes.data;
  const capped = [invoices, receipts, notes].some(({ data }) => data?.nextCursor);
  return (
    <Section title={t('customers.balance.title')}>
      <ProblemNote error={invoices.error ?? receipts.error ?? notes.error} />
      {!loaded && !invoices.error && <p className="dimmed">{t('shell.loading')}</p>}
      {loaded && owed.length + paid.length === 0 && <p className="dimmed">{t('customers.balance.settled')}</p>}
      {loaded && owed.length + paid.length > 0 && (
        <Facts
          facts={[
            [t('customers.balance.open'), <b key="open">{money(total(owed.map(({ open }) => open)))}</b>],
            [t('customers.balance.overdue'), money(total(owed.filter(({ state }) => state === 'overdue').map(({ open }) => open)))],
            [t('customers.balance.unapplied'), money(total(paid.map(({ open }) => open)))],
          ]}
        />
      )}
      {capped && <p className="dimmed">{t('customers.balance.capped')}</p>}
    </Section>
  );
}
