import { Link, useParams } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { FlowEntries } from '../../record/flow.tsx';
import { hrefOf, numberOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { useWarehouseName } from '../stock/use-warehouses.ts';
import { reverseGoodsReceipt } from './goods-receipt-steps.ts';

type Receipt = Schemas['GoodsReceipt'];

/** One goods receipt: what came in at which cost, and its entry. */
export function Screen() {
  const t = useT();
  const { date } = useFormats();
  const { receiptId } = useParams({ strict: false }) as { receiptId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/goods-receipts/{receiptId}', { params: { path: { receiptId } } })}
      parent={{ to: '/goods-receipts', label: t('menu.goodsReceipts') }}
      title={(receipt) => t('goodsReceipts.one', { date: date(receipt.date) })}
      subtitle={({ reference }) => reference}
      actions={() => [
        {
          id: 'reverse',
          label: t('goodsReceipts.reverse.action'),
          needs: 'reverseGoodsReceipt',
          danger: true,
          step: (receipt) => reverseGoodsReceipt(receipt, t),
        },
      ]}
    >
      {(receipt) => <Body receipt={receipt} />}
    </DocumentPage>
  );
}

function Body({ receipt }: { readonly receipt: Receipt }) {
  const t = useT();
  const nameOf = useWarehouseName();
  const { date } = useFormats();
  return (
    <>
      <Section title={t('goodsReceipts.facts')}>
        <Facts
          facts={[
            [t('stock.date'), date(receipt.date)],
            [t('stock.warehouse'), nameOf(receipt.warehouse)],
            [t('goodsReceipts.origin'), t(`goodsReceipts.origins.${receipt.origin}`)],
            [t('payables.supplier'), receipt.supplierName],
            [t('goodsReceipts.reference'), receipt.reference],
          ]}
        />
      </Section>
      <Section title={t('records.lines')}>
        <Lines receipt={receipt} />
      </Section>
      {receipt.origin === 'supplier' && receipt.state === 'received' && <Bills receipt={receipt} />}
      <FlowEntries entries={receipt.entries} />
    </>
  );
}

/** Who has billed the goods: what of 4009 each took, or gave back. */
function Bills({ receipt }: { readonly receipt: Receipt }) {
  const t = useT();
  const can = useCan();
  const { decimal, money } = useFormats();
  return (
    <Section title={t('goodsReceipts.bills')}>
      {receipt.billed.length === 0 ? (
        <p className="dimmed">{t('goodsReceipts.noBills')}</p>
      ) : (
        <LinesTable
          heads={[t('goodsReceipts.document'), t('stock.item'), ...amounts(t('goodsReceipts.billed'), t('goodsReceipts.billedValue'))]}
        >
          <tbody>
            {receipt.billed.map(({ line, documentId, quantity, value }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: parts never change places, and one document may have several of a line.
              <tr key={index}>
                <td>
                  {can('getSupplierBill') ? <Link to={hrefOf(documentId) as never}>{numberOf(documentId)}</Link> : numberOf(documentId)}
                </td>
                <td>{receipt.lines[line - 1]?.code}</td>
                <td className="amount">{decimal(quantity)}</td>
                <td className="amount">{money(value)}</td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
    </Section>
  );
}

function Lines({ receipt }: { readonly receipt: Receipt }) {
  const t = useT();
  const { decimal, money, price } = useFormats();
  return (
    <LinesTable
      heads={[t('stock.item'), ...amounts(t('stock.quantity'), t('goodsReceipts.billed'), t('stock.unitCost'), t('goodsReceipts.cost'))]}
    >
      <tbody>
        {receipt.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places, and one item may be in two of them.
          <tr key={index}>
            <td>
              <Link to={`/stock/${line.itemId}` as never}>{line.code}</Link> {line.name}
            </td>
            <td className="amount">{decimal(line.quantity)}</td>
            <td className="amount">{receipt.origin === 'supplier' ? decimal(line.billed) : ''}</td>
            <td className="amount">{price(line.unitCost)}</td>
            <td className="amount">{money(line.cost)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4} className="amount">
            {t('stock.total')}
          </th>
          <td className="amount">{money(receipt.total)}</td>
        </tr>
      </tfoot>
    </LinesTable>
  );
}
