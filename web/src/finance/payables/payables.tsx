import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { centsOf, euros } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { RecordPage, Section } from '../../record/record-page.tsx';
import { IconPrinter } from '../../ui/icons.ts';
import { CompanyOnPaper } from '../ledger/statement-head.tsx';
import own from '../receivables/ageing.module.css';
import { AgeingExport } from '../receivables/ageing-export.tsx';
import { AgeingTable } from '../receivables/ageing-table.tsx';

/** What suppliers are owed, by how late it is; the same figure as accounts 400, 410 and 4650. */
export function Screen() {
  const t = useT();
  const { longDate } = useFormats();
  const query = $api.useQuery('get', '/payables', {});
  const { data } = query;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/payables/bills', label: t('menu.supplierBills') }}
      title={t('menu.payables')}
      subtitle={data && t('billing.ageing.on', { date: longDate(data.date) })}
    >
      {data && (
        <>
          <CompanyOnPaper />
          <Section
            title={t('billing.ageing.title')}
            actions={
              <Group className="no-print" gap="xs">
                <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
                  {t('billing.ageing.print')}
                </Button>
                <AgeingExport name="payables-ageing" data={data} />
              </Group>
            }
          >
            <AgeingTable data={data} all={data.openBills} list="/payables/bills" />
          </Section>
          <Section title={t('billing.ageing.balance')}>
            <Balance data={data} />
          </Section>
        </>
      )}
    </RecordPage>
  );
}

/** Open bills less what is unapplied, beside what the books say. */
function Balance({ data }: { readonly data: Schemas['Payables'] }) {
  const t = useT();
  const { money } = useFormats();
  const rows: readonly [string, string, Schemas['Money']][] = [
    [t('payables.ageing.bills'), '/payables/bills', data.openBills],
    [t('payables.ageing.waiting'), '/payables/bills?state=waiting', data.waiting],
    [t('payables.ageing.unapplied'), '/payables/payments?open=true', euros(-centsOf(data.unappliedCredits))],
  ];
  return (
    <>
      <LinesTable>
        <tbody>
          {rows.map(([label, to, amount]) => (
            <tr key={to}>
              <th scope="row" className={own.age}>
                <Link to={to.split('?')[0] as never} search={Object.fromEntries(new URLSearchParams(to.split('?')[1])) as never}>
                  {label}
                </Link>
              </th>
              <td className="amount">{money(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('payables.ageing.payable')}</th>
            <td className="amount">{money(data.payable)}</td>
          </tr>
        </tfoot>
      </LinesTable>
      <Ledger data={data} />
    </>
  );
}

const useClosing = (code: string, to: string) =>
  $api.useQuery('get', '/accounts/{code}/ledger', { params: { path: { code }, query: { to, limit: 1 } } }).data?.closing;

/** Accounts 400, 410 and 4650 on the same day: the books agree with the open documents, or it is said by how much they do not. */
function Ledger({ data: { date, payable } }: { readonly data: Schemas['Payables'] }) {
  const t = useT();
  const { money } = useFormats();
  const [goods, services, staff] = [useClosing('400', date), useClosing('410', date), useClosing('4650', date)];
  if (!goods || !services || !staff) return null;
  const closing = -(centsOf(goods) + centsOf(services) + centsOf(staff));
  const difference = closing - centsOf(payable);
  return (
    <p role="status" className={difference === 0 ? own.good : own.warn}>
      {difference === 0
        ? t('payables.ageing.agrees')
        : t('payables.ageing.differs', { closing: money(euros(closing)), difference: money(euros(difference)) })}{' '}
      <Link to={'/accounts/400' as never}>{t('payables.accounts.a400')}</Link>,{' '}
      <Link to={'/accounts/410' as never}>{t('payables.accounts.a410')}</Link>,{' '}
      <Link to={'/accounts/4650' as never}>{t('payables.accounts.a4650')}</Link>
    </p>
  );
}
