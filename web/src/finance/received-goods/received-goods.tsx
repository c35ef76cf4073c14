import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { numberOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import own from '../receivables/ageing.module.css';

/** The goods that a document is for: quantity and price beside what came in and at which cost. */
export function ReceivedGoods({ lines }: { readonly lines: Schemas['SupplierBill']['lines'] }) {
  const t = useT();
  const { decimal, money, price } = useFormats();
  if (!lines.some(({ match }) => match)) return null;
  return (
    <Section title={t('payables.match.title')}>
      <LinesTable
        heads={[
          t('billing.lines.concept'),
          t('payables.match.receipt'),
          ...amounts(t('payables.match.quantity'), t('payables.match.cost'), t('payables.match.price'), t('payables.match.difference')),
        ]}
      >
        <tbody>
          {lines.map(
            ({ line, text, match }) =>
              match && (
                <tr key={line}>
                  <td>{text}</td>
                  <td>
                    <Link to={`/goods-receipts/${match.goodsReceiptId}` as never}>{numberOf(match.goodsReceiptId)}</Link>
                  </td>
                  <td className="amount">
                    {match.quantity
                      ? t('payables.match.of', { quantity: decimal(match.quantity), received: decimal(match.received) })
                      : t('payables.match.priceAlone')}
                  </td>
                  <td className="amount">{price(match.unitCost)}</td>
                  <td className="amount">{match.unitPrice && price(match.unitPrice)}</td>
                  <td className="amount">
                    <span className={centsOf(match.difference) > 0 ? own.warn : undefined}>{money(match.difference)}</span>
                    {match.over && <span className={own.warn}> · {t('payables.match.over')}</span>}
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </LinesTable>
    </Section>
  );
}
