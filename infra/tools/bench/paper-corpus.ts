import { isSpanishTaxId } from '../../../shared/kernel/tax-id-es.ts';
import type { Chance } from '../seed/chance.ts';
import type { WrittenText } from './written-pdf.ts';

/** What an invoice says, told before anything reads it. Amounts in cents. */
export interface PaperTruth {
  readonly taxId: string;
  readonly number: string;
  readonly date: string;
  readonly taxes: readonly { readonly rate: string; readonly base: number; readonly tax: number }[];
  readonly total: number;
}

const NAMES = [
  'Suministros del Sur',
  'Talleres Ibarra',
  'Papelería Núñez',
  'Distribuciones Peñalver',
  'Envases Levante',
  'Transportes Güell',
];
const money = (cents: number): string =>
  `${Math.floor(cents / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')},${String(cents % 100).padStart(2, '0')}`;

function taxIdBy(chance: Chance): string {
  for (;;) {
    const start = `B${String(chance.whole(10_000_000, 99_999_999)).slice(0, 7)}`;
    for (let digit = 0; digit < 10; digit += 1) if (isSpanishTaxId(`${start}${digit}`)) return `${start}${digit}`;
  }
}

/** One invoice with its truth: three ways to set it, one or two rates, to a customer that is ours. */
export function paperBy(chance: Chance): { readonly texts: readonly WrittenText[]; readonly truth: PaperTruth } {
  const day = chance.whole(13, 28);
  const month = chance.whole(1, 11);
  const rates = chance.whole(0, 1) === 0 ? [21] : [21, 10];
  const taxes = rates.map((rate) => {
    const base = chance.whole(1_000, 900_000);
    return { rate: String(rate), base, tax: Math.round((base * rate) / 100) };
  });
  const truth: PaperTruth = {
    taxId: taxIdBy(chance),
    number: `${['A', 'FV', '2026'][chance.whole(0, 2)]}-${chance.whole(100, 99_999)}`,
    date: `2026-${String(month).padStart(2, '0')}-${day}`,
    taxes,
    total: taxes.reduce((sum, { base, tax }) => sum + base + tax, 0),
  };
  return { truth, texts: textsOf(truth, `${NAMES[chance.whole(0, NAMES.length - 1)]}, S.L.`, chance.whole(0, 2)) };
}

function textsOf({ taxId, number, date, taxes, total }: PaperTruth, name: string, layout: number): WrittenText[] {
  const [year, month, day] = date.split('-');
  const at = [60, 330, 60][layout] ?? 60;
  const facts: WrittenText[] =
    layout === 1
      ? [
          [60, 60, 'FACTURA'],
          [60, 80, `Factura nº: ${number}`],
          [60, 96, `Fecha: ${day}/${month}/${year}`],
        ]
      : [
          [360, 60, 'FACTURA'],
          [360, 80, 'Número de factura:'],
          [470, 80, number],
          [360, 96, 'Fecha de factura:'],
          [470, 96, `${day}-${month}-${year}`],
        ];
  return [
    [at, layout === 1 ? 130 : 60, name],
    [at, layout === 1 ? 146 : 76, `NIF: ${taxId}`],
    [at, layout === 1 ? 162 : 92, 'Calle Ancha 3, 41001 Sevilla'],
    ...facts,
    [60, 200, 'Cliente: Prueba, S.L.'],
    [60, 216, 'NIF: B12345674'],
    [60, 260, 'Material según pedido'],
    [430, 260, money(taxes.reduce((sum, { base }) => sum + base, 0))],
    ...taxRows(taxes, layout),
    [330, 430, 'Total factura'],
    [430, 430, `${money(total)} EUR`],
  ];
}

function taxRows(taxes: PaperTruth['taxes'], layout: number): WrittenText[] {
  const rows = taxes.flatMap(({ rate, base, tax }, i): WrittenText[] => {
    const y = 330 + i * 16;
    return layout === 2
      ? [
          [200, 330 + i * 32, 'Base imponible'],
          [430, 330 + i * 32, money(base)],
          [200, 346 + i * 32, `IVA ${rate} %`],
          [430, 346 + i * 32, money(tax)],
        ]
      : [
          [200, y, money(base)],
          [330, y, `${rate} %`],
          [430, y, money(tax)],
        ];
  });
  const head: WrittenText[] =
    layout === 2
      ? []
      : [
          [200, 312, 'Base imponible'],
          [330, 312, '% IVA'],
          [430, 312, 'Cuota'],
        ];
  return [...head, ...rows];
}
