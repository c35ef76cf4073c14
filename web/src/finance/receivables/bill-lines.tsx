import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Concept, RowsTable } from '../../record/rows-table.tsx';
import { inBoth } from '../currencies/in-both.tsx';

type Line = (Schemas['InvoiceRow'] | Schemas['CreditNoteRow'])['lines'][number];

interface Bill {
  readonly lines: readonly (Pick<Line, 'line' | 'name' | 'quantity' | 'unit' | 'price' | 'discount' | 'percent' | 'net'> & {
    readonly code?: string;
    readonly dimensions?: Readonly<Record<string, string>>;
    readonly credited?: Schemas['Money'];
    readonly foreign?: Line['foreign'];
    readonly foreignCredited?: Line['foreign'];
  })[];
  readonly totals: Schemas['Totals'];
  readonly withheld?: Schemas['InvoiceRow']['withheld'];
  readonly payable?: Schemas['Money'];
  /** Why it gives back: a credit note has one. */
  readonly reason?: string;
}

/** What an invoice asks for or a credit note gives back, and what it comes to. */
export function BillLines({ bill: { lines, totals, withheld, payable, reason } }: { readonly bill: Bill }) {
  const t = useT();
  const formats = useFormats();
  const { decimal, percent, price } = formats;
  const isSome = (text: string | undefined): boolean => Number(text ?? 0) > 0;
  return (
    <RowsTable
      rows={lines}
      columns={[
        [t('billing.lines.concept'), Concept],
        [t('billing.lines.quantity'), ({ quantity, unit }) => [decimal(quantity), unit].filter(Boolean).join(' '), 'amount'],
        [t('billing.lines.price'), (line) => price(line.price, line.foreign?.currency), 'amount'],
        lines.some(({ discount }) => isSome(discount)) && [
          t('billing.lines.discount'),
          ({ discount }) => discount && percent(discount),
          'amount',
        ],
        [t('billing.lines.vat'), (line) => percent(line.percent), 'amount'],
        lines.some(({ credited }) => isSome(credited?.amount)) && [
          t('billing.lines.credited'),
          ({ credited, foreignCredited }) => credited && isSome(credited.amount) && inBoth(credited, foreignCredited, formats),
          'amount',
        ],
        [t('billing.lines.net'), ({ net, foreign }) => inBoth(net, foreign, formats), 'amount'],
      ]}
      totals={{ ...totals, withheld, payable, payableIs: reason === undefined ? undefined : 'toCredit' }}
    />
  );
}
