import { Link } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { RecordPage, Section } from '../../record/record-page.tsx';
import own from '../receivables/ageing.module.css';
import { DocumentLink } from '../receivables/documents.tsx';
import { SupplierLink } from '../suppliers/supplier-link.tsx';

type Unbilled = Schemas['UnbilledReceipts'];

/** What came in and was not billed yet; the same figure as account 4009, or it is said what else stands there. */
export function Screen() {
  const t = useT();
  const { longDate } = useFormats();
  const query = $api.useQuery('get', '/payables/unbilled', {});
  const { data } = query;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/payables/bills', label: t('menu.supplierBills') }}
      title={t('menu.unbilled')}
      subtitle={data && t('payables.unbilled.title', { date: longDate(data.date) })}
    >
      {data && (
        <>
          <Section title={t('payables.match.title')}>
            <Waiting data={data} />
          </Section>
          <Section title={t('payables.unbilled.books')}>
            <Books data={data} />
          </Section>
        </>
      )}
    </RecordPage>
  );
}

/** What waits for a bill, the oldest first. */
function Waiting({ data }: { readonly data: Unbilled }) {
  const t = useT();
  const { date, decimal, money, price } = useFormats();
  if (data.lines.length === 0)
    return (
      <p className="dimmed">
        {t('payables.unbilled.none.title')}. {t('payables.unbilled.none.text')}
      </p>
    );
  return (
    <>
      <LinesTable
        heads={[
          t('stock.item'),
          t('payables.unbilled.receipt'),
          t('payables.supplier'),
          ...amounts(
            t('payables.unbilled.days'),
            t('payables.unbilled.received'),
            t('payables.unbilled.left'),
            t('payables.match.cost'),
            t('payables.unbilled.value'),
          ),
        ]}
      >
        <tbody>
          {data.lines.map((line) => (
            <tr key={`${line.goodsReceiptId}.${line.line}`}>
              <td>
                {line.code} {line.name}
              </td>
              <td>
                <span>
                  <Link to={`/goods-receipts/${line.goodsReceiptId}` as never}>{line.reference ?? line.number}</Link> · {date(line.date)}
                </span>
              </td>
              <td>{line.supplierId && <SupplierLink id={line.supplierId} name={line.supplierName ?? ''} />}</td>
              <td className="amount">{line.days}</td>
              <td className="amount">{decimal(line.quantity)}</td>
              <td className="amount">{decimal(line.left)}</td>
              <td className="amount">{price(line.unitCost)}</td>
              <td className="amount">{money(line.value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={7}>
              {t('payables.unbilled.sum')}
            </th>
            <td className="amount">{money(data.value)}</td>
          </tr>
        </tfoot>
      </LinesTable>
      {data.more && <p className="dimmed">{t('payables.unbilled.more')}</p>}
    </>
  );
}

/** The sum beside account 4009: what others have put there by document, and what nobody explains. */
function Books({ data }: { readonly data: Unbilled }) {
  const t = useT();
  const { date, money } = useFormats();
  const row = (label: string, amount: Schemas['Money']) => (
    <tr>
      <th scope="row" className={own.age}>
        {label}
      </th>
      <td className="amount">{money(amount)}</td>
    </tr>
  );
  return (
    <>
      <LinesTable>
        <tbody>
          {row(t('payables.unbilled.sum'), data.value)}
          {centsOf(data.other) !== 0 && row(t('payables.unbilled.other'), data.other)}
          {data.documents.map(({ id, date: day, amount }) => (
            <tr key={id}>
              <td>
                <DocumentLink id={id} /> · {date(day)}
              </td>
              <td className="amount dimmed">{money(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>{row(t('payables.unbilled.balance'), data.balance)}</tfoot>
      </LinesTable>
      <Verdict data={data} />
    </>
  );
}

function Verdict({ data: { difference, other, complete } }: { readonly data: Unbilled }) {
  const t = useT();
  const { money } = useFormats();
  const agrees = centsOf(difference) === 0;
  const words = {
    good: t(centsOf(other) === 0 ? 'payables.unbilled.agrees' : 'payables.unbilled.explained'),
    bad: t(complete ? 'payables.unbilled.differs' : 'payables.unbilled.incomplete', { difference: money(difference) }),
  };
  return (
    <p role="status" className={agrees ? own.good : own.warn}>
      {agrees ? words.good : words.bad} <Link to={'/accounts/4009' as never}>4009</Link>
    </p>
  );
}
