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
import own from './ageing.module.css';
import { AgeingExport } from './ageing-export.tsx';
import { AgeingTable } from './ageing-table.tsx';

type Receivables = Schemas['GetReceivablesResult'];

/** What customers owe, by how late it is; the same figure as account 430. */
export function Screen() {
  const t = useT();
  const { longDate } = useFormats();
  const query = $api.useQuery('get', '/receivables', {});
  const { data } = query;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/invoices', label: t('menu.invoices') }}
      title={t('menu.receivables')}
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
                <AgeingExport name="receivables-ageing" data={data} />
              </Group>
            }
          >
            <AgeingTable data={data} all={data.openInvoices} list="/invoices" />
          </Section>
          <Section title={t('billing.ageing.balance')}>
            <Balance data={data} />
          </Section>
        </>
      )}
    </RecordPage>
  );
}

/** Open invoices less credits, beside what the books say. */
function Balance({ data }: { readonly data: Receivables }) {
  const t = useT();
  const { money } = useFormats();
  const rows: [string, React.ReactNode, Schemas['Money']][] = [
    ['invoices', t('billing.ageing.openInvoices'), data.openInvoices],
    ['credits', <Credits key="credits" />, euros(-centsOf(data.unappliedCredits))],
  ];
  return (
    <>
      <LinesTable>
        <tbody>
          {rows.map(([id, label, amount]) => (
            <tr key={id}>
              <th scope="row" className={own.age}>
                {label}
              </th>
              <td className="amount">{money(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('billing.ageing.receivable')}</th>
            <td className="amount">{money(data.receivable)}</td>
          </tr>
        </tfoot>
      </LinesTable>
      <Ledger data={data} />
    </>
  );
}

function Credits() {
  const t = useT();
  return (
    <>
      {t('billing.ageing.credits')}{' '}
      <span className="no-print">
        (
        <Link to={'/receipts' as never} search={{ open: 'true' } as never}>
          {t('menu.receipts')}
        </Link>
        ,{' '}
        <Link to={'/credit-notes' as never} search={{ open: 'true' } as never}>
          {t('menu.creditNotes')}
        </Link>
        )
      </span>
    </>
  );
}

/** Account 430 on the same day: the books agree with the open documents, or it is said by how much they do not. */
function Ledger({ data: { date, receivable } }: { readonly data: Receivables }) {
  const t = useT();
  const { money } = useFormats();
  const ledger = $api.useQuery('get', '/accounts/{code}/ledger', { params: { path: { code: '430' }, query: { to: date, limit: 1 } } });
  if (!ledger.data) return null;
  const difference = centsOf(ledger.data.closing) - centsOf(receivable);
  return (
    <p role="status" className={difference === 0 ? own.good : own.warn}>
      {difference === 0
        ? t('billing.ageing.agrees')
        : t('billing.ageing.differs', { closing: money(ledger.data.closing), difference: money(euros(difference)) })}{' '}
      <Link to={'/accounts/430' as never}>{t('billing.ageing.account')}</Link>
    </p>
  );
}
