import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { valuesText } from '../../lines/dimension-text.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { TotalRows } from '../../record/totals.tsx';
import { inBoth } from '../currencies/in-both.tsx';

type Line = (Schemas['InvoiceRow'] | Schemas['CreditNoteRow'])['lines'][number];

interface Bill {
  readonly lines: readonly (Pick<Line, 'line' | 'name' | 'quantity' | 'price' | 'discount' | 'percent' | 'net'> & {
    readonly code?: string;
    readonly dimensions?: Readonly<Record<string, string>>;
    readonly credited?: Schemas['Money'];
    readonly foreign?: Line['foreign'];
    readonly foreignCredited?: Line['foreign'];
  })[];
  readonly totals: Schemas['Totals'];
}

/** What an invoice asks for or a credit note gives back, and what it comes to. */
export function BillLines({ bill }: { readonly bill: Bill }) {
  const t = useT();
  const formats = useFormats();
  const { decimal, percent, price } = formats;
  const discounted = bill.lines.some(({ discount }) => discount !== undefined && Number(discount) > 0);
  const credited = bill.lines.some(({ credited: given }) => Number(given?.amount ?? 0) > 0);
  const columns = [
    t('billing.lines.quantity'),
    t('billing.lines.price'),
    ...(discounted ? [t('billing.lines.discount')] : []),
    t('billing.lines.vat'),
    ...(credited ? [t('billing.lines.credited')] : []),
    t('billing.lines.net'),
  ];
  return (
    <LinesTable heads={[t('billing.lines.concept'), ...amounts(...columns)]}>
      <tbody>
        {bill.lines.map((line) => (
          <tr key={line.line}>
            <td>
              {line.code && <b>{line.code} </b>}
              {line.name}
              {line.dimensions && <small className="dimmed"> {valuesText(line.dimensions)}</small>}
            </td>
            <td className="amount">{decimal(line.quantity)}</td>
            <td className="amount">{price(line.price, line.foreign?.currency)}</td>
            {discounted && <td className="amount">{line.discount ? percent(line.discount) : ''}</td>}
            <td className="amount">{percent(line.percent)}</td>
            {credited && (
              <td className="amount">
                {line.credited && Number(line.credited.amount) > 0 ? inBoth(line.credited, line.foreignCredited, formats) : ''}
              </td>
            )}
            <td className="amount">{inBoth(line.net, line.foreign, formats)}</td>
          </tr>
        ))}
      </tbody>
      <TotalRows totals={bill.totals} span={columns.length} />
    </LinesTable>
  );
}
