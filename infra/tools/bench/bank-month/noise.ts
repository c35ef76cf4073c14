import type { Chance } from '../../seed/chance.ts';

/** One letter wrong: left out, twice, another, or two the wrong way round. */
export function typo(chance: Chance, text: string): string {
  const places = [...text].flatMap((char, place) => (/[\p{L}\d]/u.test(char) && place > 0 ? [place] : []));
  if (places.length === 0) return text;
  const at = chance.pick(places);
  const [before, char, after] = [text.slice(0, at), text[at] ?? '', text.slice(at + 1)];
  const other = /\d/.test(char)
    ? String((Number(char) + chance.whole(1, 9)) % 10)
    : chance.pick([...'ABCDEFGHIJKLMNOPRSTUV'].filter((letter) => letter !== char));
  return chance.pick([
    before + after,
    before + char + char + after,
    before + other + after,
    before + (after[0] ?? '') + char + after.slice(1),
  ]);
}

/** A name as a bank prints it: capitals, mostly without accents, with or without the form of the firm, cut to a width, now and then wrong. */
export function bankName(chance: Chance, name: string): string {
  let text = name.toUpperCase();
  if (chance.happens(85)) text = text.normalize('NFD').replaceAll(/\p{Mn}/gu, '');
  if (chance.happens(40)) text = text.replace(/,? S\.?(L|A|C)\.?(U|L|P)?\.?$/, '');
  if (chance.happens(20)) text = text.replaceAll(/[.,]/g, '');
  if (chance.happens(5)) text = typo(chance, text);
  return text.slice(0, chance.pick([20, 30, 35, 70, 70]));
}

/** A number of a document as payers write it. */
export function writtenNumber(chance: Chance, number: string): string {
  const [series = '', count = ''] = number.split('-');
  const bare = String(Number(count));
  return chance.pick([
    number,
    number,
    number,
    number.replace('-', ''),
    number.replace('-', '/'),
    number.replace('-', ' '),
    `${series}/${bare}`,
    `${series}-${bare}`,
    count,
    bare,
  ]);
}

const BEFORE = ['FRA', 'FACTURA', 'FACT.', 'F.', 'PAGO FRA', 'ABONO FACTURA', 'S/FRA', 'INVOICE', ''];
const WORDS = ['TRANSFERENCIA', 'TRANSF. INMEDIATA', 'PAGO', 'TRASPASO RECIBIDO', 'ORDEN DE PAGO', 'TRF'];
const NOTHING = [
  'PAGO PENDIENTE',
  'LO ACORDADO',
  'PEDIDO DE MARZO',
  'MATERIAL',
  'A CUENTA',
  '',
  'GRACIAS',
  'SEGUN ALBARAN',
  'MES DE MARZO 2026',
  'OFICINA 3',
];

/** A text in which a payer names documents, or none. */
export function paymentText(
  chance: Chance,
  { name, numbers }: { readonly name: string | undefined; readonly numbers: readonly string[] },
): string {
  const what =
    numbers.length === 0 ? chance.pick(NOTHING) : `${chance.pick(BEFORE)} ${numbers.join(chance.pick([' Y ', ', ', ' ', '+', ' / ']))}`;
  return [chance.pick(WORDS), name && `${chance.pick(['DE ', '', ''])}${name}`, what].filter(Boolean).join(' ').trim();
}
