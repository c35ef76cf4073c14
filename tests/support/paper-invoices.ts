import { type Language, MONTHS, type Words } from './paper-words.ts';
import type { WrittenText } from './written-pdf.ts';

/** What a person would type from a paper: written before anything reads it. Amounts in hundredths. */
export interface PaperTruth {
  readonly taxId: string;
  readonly number: string;
  readonly date: string;
  readonly taxes: readonly { readonly rate: string; readonly base: number; readonly tax: number }[];
  readonly withholding?: number;
  readonly total: number;
  readonly isCreditNote: boolean;
}

export interface PaperInvoice {
  readonly name: string;
  /** Texts by page. */
  readonly pages: readonly (readonly WrittenText[])[];
  readonly truth: PaperTruth;
}

/** A generator of numbers by a seed (Mulberry32): the same papers each time. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Dice {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = randomOf(seed);
  }
  int = (from: number, to: number): number => from + Math.floor(this.#next() * (to - from + 1));
  chance = (part: number): boolean => this.#next() < part;
  pick = <T>(all: readonly T[]): T => all[this.int(0, all.length - 1)] as T;
}

const RATES: Readonly<Record<Language, readonly number[]>> = { es: [21, 10, 4], en: [20, 5, 23], de: [19, 7], fr: [20, 5.5, 10] };
const SURCHARGES: Readonly<Record<number, number>> = { 21: 5.2, 10: 1.4, 4: 0.5 };
/** Real check digits; none is ours. */
const SUPPLIERS: Readonly<Record<Language, readonly (readonly [string, string, string])[]>> = {
  es: [
    ['Suministros del Sur, S.L.', 'B83456780', 'Calle Ancha 3, 41001 Sevilla'],
    ['Papeler\xeda Arenal, S.A.', 'A58818501', 'Gran V\xeda 12, 28013 Madrid'],
    ['Librer\xeda Cervantes, S.L.', 'B58378431', 'Calle Mayor 7, 08001 Barcelona'],
    ['Mar\xeda Remedios S\xe1nchez', '12345678Z', 'Plaza Nueva 1, 48001 Bilbao'],
  ],
  en: [
    ['Emerald Cloud Ltd', 'IE6388047V', '1 Grand Canal, Dublin 2'],
    ['Lisbon Freight Lda', 'PT500000000', 'Rua Augusta 5, Lisboa'],
  ],
  de: [
    ['Schrauben Meier GmbH', 'DE136695976', 'Hauptstr. 5, 80331 M\xfcnchen'],
    ['Druck & Papier AG', 'DE811569869', 'Lange Gasse 9, 20095 Hamburg'],
  ],
  fr: [['Maison Dupont SARL', 'FR40303265045', '10 rue de Rivoli, 75004 Paris']],
};
export const US = { taxId: 'B12345674', name: 'Prueba, S.L.' };

/** Half up, away from zero, on hundredths of a percent. */
function taxOf(base: number, rate: number): number {
  const exact = (Math.abs(base) * Math.round(rate * 100)) / 10_000;
  return Math.sign(base) * Math.floor(exact + 0.5);
}

const amountIn =
  (style: string) =>
  (minor: number): string => {
    const [point, group] = style === 'comma' ? [',', '.'] : style === 'plain' ? [',', ''] : style === 'space' ? [',', ' '] : ['.', ','];
    const digits = String(Math.abs(minor)).padStart(3, '0');
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, group);
    return `${minor < 0 ? '-' : ''}${whole}${point}${digits.slice(-2)}`;
  };

function dateIn(language: Language, style: string, [year, month, day]: readonly [number, number, number]): string {
  const two = (n: number) => String(n).padStart(2, '0');
  if (style === 'iso') return `${year}-${two(month)}-${two(day)}`;
  if (style === 'dots') return `${two(day)}.${two(month)}.${year}`;
  if (style === 'dashes') return `${two(day)}-${two(month)}-${year}`;
  if (style === 'short') return `${two(day)}/${two(month)}/${String(year).slice(2)}`;
  const name = MONTHS[language][month - 1] ?? '';
  if (style === 'words')
    return language === 'es' ? `${day} de ${name} de ${year}` : language === 'de' ? `${day}. ${name} ${year}` : `${day} ${name} ${year}`;
  return `${two(day)}/${two(month)}/${year}`;
}

/** A paper by its seed: words of one profile, a layout of several. */
export function paperInvoice(seed: number, profile: Readonly<Record<Language, Words>>): PaperInvoice {
  const dice = new Dice(seed);
  const language = dice.pick(['es', 'es', 'es', 'en', 'de', 'fr'] as const);
  return new Paper(dice, language, profile[language], seed).invoice();
}

interface Tax {
  readonly rate: number;
  readonly base: number;
  readonly tax: number;
}
interface Sums {
  readonly lines: readonly {
    readonly quantity: number;
    readonly price: number;
    readonly net: number;
    readonly rate: number;
    readonly text: string;
  }[];
  readonly taxes: readonly Tax[];
  readonly surcharges: readonly Tax[];
  readonly net: number;
  readonly withheldRate: number;
  readonly withholding: number;
  readonly total: number;
}

const BOTTOM = 780;

class Paper {
  readonly #dice: Dice;
  readonly #language: Language;
  readonly #words: Words;
  readonly #seed: number;
  readonly #amount: (minor: number) => string;
  readonly #pages: WrittenText[][] = [[]];
  #y = 50;

  constructor(dice: Dice, language: Language, words: Words, seed: number) {
    this.#dice = dice;
    this.#language = language;
    this.#words = words;
    this.#seed = seed;
    const styles = { es: ['comma', 'comma', 'plain'], en: ['point'], de: ['comma'], fr: ['space', 'plain'] }[language];
    this.#amount = amountIn(dice.pick(styles));
  }

  #put(x: number, text: string, y = this.#y): void {
    (this.#pages.at(-1) as WrittenText[]).push([x, y, text]);
  }

  invoice(): PaperInvoice {
    const dice = this.#dice;
    const [name, taxId, address] = dice.pick(SUPPLIERS[this.#language]);
    const sums = this.#sums();
    const date = [dice.int(2024, 2026), dice.int(1, 12), dice.int(1, 28)] as const;
    const number = this.#number();
    const isCreditNote = dice.chance(0.1);
    const ownFirst = dice.chance(0.35);
    const partyBlocks = [() => this.#supplier(name, taxId, address), () => this.#buyer()];
    for (const block of ownFirst ? partyBlocks.toReversed() : partyBlocks) block();
    this.#head(number, date, isCreditNote);
    const totalsFirst = dice.chance(0.12);
    if (totalsFirst) this.#totals(sums);
    this.#lines(sums);
    if (!totalsFirst) this.#totals(sums);
    this.#foot();
    const [year, month, day] = date;
    const truth: PaperTruth = {
      ...{ taxId, number, date: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, isCreditNote },
      // With a surcharge, what the buyer pays of a base is both: as electronic invoices state it.
      taxes: sums.taxes.map(({ rate, base, tax }, i) => {
        const more = sums.surcharges[i];
        return more
          ? { rate: String(Math.round((rate + more.rate) * 100) / 100), base, tax: tax + more.tax }
          : { rate: String(rate), base, tax };
      }),
      ...(sums.withholding ? { withholding: sums.withholding } : {}),
      total: sums.total,
    };
    return { name: `${this.#language}-${this.#seed}`, pages: this.#pages, truth };
  }

  #number(): string {
    const dice = this.#dice;
    const no = dice.int(1, 99_999);
    return dice.pick([`A-2026/${String(no).padStart(4, '0')}`, `F${no}`, `2026-${no}`, String(100_000 + no), `FV26.${no}`, `R/${no}`]);
  }

  #sums(): Sums {
    const dice = this.#dice;
    const rates = dice.chance(0.35) ? RATES[this.#language].slice(0, 2) : [dice.pick(RATES[this.#language])];
    const lines = Array.from({ length: dice.chance(0.12) ? dice.int(30, 60) : dice.int(1, 8) }, () => {
      const quantity = dice.int(1, 12);
      const price = dice.int(50, 40_000);
      return { quantity, price, net: quantity * price, rate: dice.pick(rates), text: dice.pick(this.#words.items) };
    });
    const taxes = rates.flatMap((rate) => {
      const base = lines.filter((line) => line.rate === rate).reduce((sum, { net }) => sum + net, 0);
      return base === 0 ? [] : [{ rate, base, tax: taxOf(base, rate) }];
    });
    const net = taxes.reduce((sum, { base }) => sum + base, 0);
    const withheldRate = this.#language === 'es' && dice.chance(0.2) ? dice.pick([15, 7, 19]) : 0;
    const withholding = taxOf(net, withheldRate);
    // The equivalence surcharge beside the tax (Ley 37/1992 art. 161): a rate of its own of the same base.
    const withSurcharge = this.#language === 'es' && withholding === 0 && dice.chance(0.08);
    const surcharges = withSurcharge
      ? taxes.map(({ rate, base }) => ({ rate: SURCHARGES[rate] ?? 0, base, tax: taxOf(base, SURCHARGES[rate] ?? 0) }))
      : [];
    const total = [...taxes, ...surcharges].reduce((sum, { tax }) => sum + tax, net) - withholding;
    return { lines, taxes, surcharges, net, withheldRate, withholding, total };
  }

  #supplier(name: string, taxId: string, address: string): void {
    const label = this.#dice.pick(this.#words.taxId);
    this.#put(50, name);
    this.#put(50, address, this.#y + 14);
    const grouped = this.#dice.chance(0.2) && /^[A-Z]\d{8}$/.test(taxId) ? `${taxId.slice(0, 1)}-${taxId.slice(1)}` : taxId;
    this.#put(50, `${label}: ${this.#language === 'es' && this.#dice.chance(0.15) ? `ES${taxId}` : grouped}`, this.#y + 28);
    this.#y += 52;
  }

  #buyer(): void {
    const x = this.#dice.pick([50, 330]);
    this.#put(x, this.#dice.pick([`${US.name}`, `Cliente: ${US.name}`]));
    this.#put(x, 'Calle Mayor 1, 28013 Madrid', this.#y + 14);
    this.#put(x, `${this.#dice.pick(['NIF', 'CIF', 'VAT'])}: ${US.taxId}`, this.#y + 28);
    this.#y += 52;
  }

  /** Number and days: as pairs at the right, in a row of columns, or in one line. */
  #head(number: string, date: readonly [number, number, number], isCreditNote: boolean): void {
    const dice = this.#dice;
    const words = this.#words;
    const dateStyle = dice.pick(
      {
        es: ['slashes', 'slashes', 'dashes', 'words', 'short'],
        en: ['words', 'slashes', 'iso'],
        de: ['dots', 'words'],
        fr: ['slashes', 'words'],
      }[this.#language],
    );
    const shown = dateIn(this.#language, dateStyle, date);
    const due = dateIn(this.#language, dateStyle, date[1] === 12 ? [date[0] + 1, 1, date[2]] : [date[0], date[1] + 1, date[2]]);
    const pairs: (readonly [string, string])[] = [
      [dice.pick(words.number), number],
      [dice.pick(words.date), shown],
    ];
    if (dice.chance(0.5)) pairs.push([dice.pick(words.due), due]);
    if (dice.chance(0.5)) pairs.splice(dice.int(0, pairs.length), 0, [dice.pick(words.order), String(dice.int(10_000, 99_999))]);
    if (dice.chance(0.4)) pairs.splice(dice.int(0, pairs.length), 0, [dice.pick(words.customer), String(dice.int(100, 9_999))]);
    this.#put(380, dice.pick(isCreditNote ? words.creditTitle : words.title));
    this.#y += 20;
    const layout = dice.pick(['pairs', 'pairs', 'columns', 'inline'] as const);
    if (layout === 'columns')
      pairs.forEach(([label, value], i) => {
        this.#put(50 + i * 105, label);
        this.#put(50 + i * 105, value, this.#y + 14);
      });
    else
      pairs.forEach(([label, value], i) => {
        const y = this.#y + i * 14;
        if (layout === 'inline') this.#put(50, `${label}: ${value}`, y);
        else {
          this.#put(330, `${label}${dice.chance(0.6) ? ':' : ''}`, y);
          this.#put(460, value, y);
        }
      });
    this.#y += (layout === 'columns' ? 2 : pairs.length) * 14 + 16;
  }

  #row(cells: readonly (readonly [number, string])[]): void {
    for (const [x, text] of cells) this.#put(x, text);
    this.#y += 14;
  }

  #room(lines: number): void {
    if (this.#y + lines * 14 < BOTTOM) return;
    this.#put(260, this.#words.page(this.#pages.length, 9), 820);
    this.#pages.push([]);
    this.#y = 60;
  }

  #lines({ lines }: Sums): void {
    const [text, quantity, price, amount] = this.#words.heads;
    const withRate = this.#dice.chance(0.4);
    this.#row([[50, text], [270, quantity], [340, price], ...(withRate ? [[410, '%'] as const] : []), [470, amount]]);
    for (const line of lines) {
      this.#room(3);
      this.#row([
        [50, line.text],
        [270, String(line.quantity)],
        [340, this.#amount(line.price)],
        ...(withRate ? [[410, this.#rate(line.rate)] as const] : []),
        [470, this.#amount(line.net)],
      ]);
    }
    this.#y += 14;
  }

  #rate(rate: number, sign = ' %'): string {
    return `${this.#language === 'en' ? rate : String(rate).replace('.', ',')}${sign}`;
  }

  #totals({ taxes, surcharges, net, withheldRate, withholding, total }: Sums): void {
    const dice = this.#dice;
    const words = this.#words;
    this.#room(taxes.length + 7);
    const currency = dice.pick(['', ' EUR', ' \x80']);
    const table = taxes.length > 1 || dice.chance(0.4);
    if (table) {
      const order = dice.pick(['rate-first', 'base-first'] as const);
      const [net0, tax0] = [dice.pick(words.net), dice.pick(words.tax)];
      const columns = order === 'rate-first' ? ['%', net0, tax0] : [net0, '%', tax0];
      this.#row(columns.map((label, i) => [150 + i * 120, label]));
      for (const { rate, base, tax } of taxes) {
        const [b, r, t] = [this.#amount(base), this.#rate(rate, dice.pick([' %', '%'])), this.#amount(tax)];
        this.#row((order === 'rate-first' ? [r, b, t] : [b, r, t]).map((text, i) => [150 + i * 120, text]));
      }
    } else {
      const [{ rate, base, tax }] = taxes as [{ rate: number; base: number; tax: number }];
      this.#row([
        [330, dice.pick(words.net)],
        [470, `${this.#amount(base)}${currency}`],
      ]);
      this.#row([
        [330, `${dice.pick(words.tax)} ${this.#rate(rate)}`],
        [470, `${this.#amount(tax)}${currency}`],
      ]);
    }
    if (table && dice.chance(0.5))
      this.#row([
        [330, words.subtotal],
        [470, this.#amount(net)],
      ]);
    for (const { rate, tax } of surcharges)
      this.#row([
        [330, `${dice.pick(['Recargo equivalencia', 'R.E.', 'Rec. equiv.'])} ${this.#rate(rate)}`],
        [470, `${this.#amount(tax)}${currency}`],
      ]);
    if (withholding)
      this.#row([
        [330, `${dice.pick(['Retenci\xf3n IRPF', 'IRPF', 'Ret. IRPF'])} ${dice.pick(['', '-'])}${withheldRate} %`],
        [470, `-${this.#amount(withholding)}${currency}`],
      ]);
    this.#row([
      [330, dice.pick(words.total)],
      [470, `${this.#amount(total)}${currency}`],
    ]);
    this.#y += 10;
  }

  #foot(): void {
    this.#room(4);
    if (this.#dice.chance(0.7)) this.#row([[50, 'IBAN: ES91 2100 0418 4502 0005 1332']]);
    if (this.#dice.chance(0.3)) this.#row([[50, 'Registro Mercantil, Tomo 1.234, Folio 56, Hoja 7.890']]);
    if (this.#dice.chance(0.3)) this.#row([[50, 'Tel. 915 55 12 34']]);
  }
}
