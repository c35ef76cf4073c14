import { LAYOUT_FIELDS, type Layout } from '#domain/finance/advisers/layout.ts';

type LayoutColumn = Layout['columns'][number];

/** Fields as an accountant in Spain calls them. */
const SPANISH: Readonly<Record<LayoutColumn['field'], string>> = {
  number: 'asiento',
  line: 'apunte',
  date: 'fecha',
  subaccount: 'subcuenta',
  name: 'nombre',
  taxId: 'nif',
  text: 'concepto',
  document: 'documento',
  debit: 'debe',
  credit: 'haber',
  amount: 'importe',
  side: 'signo',
  constant: 'constante',
};

/** Columns as one types them, one a line: `field;title;width;left or right;fill;value`. */
export const textOfColumns = (columns: readonly LayoutColumn[]): string =>
  columns
    .map(({ field, title = '', width = '', align = '', fill = '', value = '' }) =>
      [SPANISH[field], title, width, align === 'left' ? 'izq' : align === 'right' ? 'der' : '', fill, value].join(';').replace(/;+$/, ''),
    )
    .join('\n');

/** What such lines say; a field that is none stands as it was typed, and the API says so. */
export function columnsOf(text: string): LayoutColumn[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [name = '', title = '', width = '', align = '', fill = '', value = ''] = line.split(';');
      const typed = name.trim().toLowerCase();
      const field =
        LAYOUT_FIELDS.find((each) => SPANISH[each] === typed || each.toLowerCase() === typed) ?? (typed as LayoutColumn['field']);
      return {
        field,
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(width.trim() ? { width: Number(width) } : {}),
        ...(/^(der|right)/.test(align.trim())
          ? { align: 'right' as const }
          : /^(izq|left)/.test(align.trim())
            ? { align: 'left' as const }
            : {}),
        ...(fill === '0' ? { fill: '0' as const } : {}),
        ...(value ? { value } : {}),
      };
    });
}
