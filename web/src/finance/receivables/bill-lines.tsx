import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { TotalRows } from '../../record/totals.tsx';

type Bill = Schemas['Invoice'] | Schemas['CreditNote'];

/** What an invoice asks for or a credit note gives back, and what it comes to. */
export function BillLines({ bill }: { readonly bill: Bill }) {
  const t = useT();
  const { decimal, money, percent, price } = useFormats();
  const discounted = bill.lines.some(({ discount }) => discount !== undefined && Number(discount) > 0);
  const credited = bill.lines.some((line) => 'credited' in line && line.credited !== undefined && Number(line.credited.amount) > 0);
  const amounts = [
    t('billing.lines.quantity'),
    t('billing.lines.price'),
    ...(discounted ? [t('billing.lines.discount')] : []),
    t('billing.lines.vat'),
    ...(credited ? [t('billing.lines.credited')] : []),
    t('billing.lines.net'),
  ];
  return (
    <LinesTable>
      <thead>
        <tr>
          <th scope="col">{t('billing.lines.concept')}</th>
          {amounts.map((name) => (
            <th key={name} scope="col" className="amount">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bill.lines.map((line) => (
          <tr key={line.line}>
            <td>
              {line.code && <b>{line.code} </b>}
              {line.name}
            </td>
            <td className="amount">{decimal(line.quantity)}</td>
            <td className="amount">{price(line.price)}</td>
            {discounted && <td className="amount">{line.discount ? percent(line.discount) : ''}</td>}
            <td className="amount">{percent(line.percent)}</td>
            {credited && <td className="amount">{line.credited && Number(line.credited.amount) > 0 ? money(line.credited) : ''}</td>}
            <td className="amount">{money(line.net)}</td>
          </tr>
        ))}
      </tbody>
      <TotalRows totals={bill.totals} span={amounts.length} />
    </LinesTable>
  );
}
