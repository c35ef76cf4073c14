/** A movement as a bank tells it: cents, above zero what came in. */
export interface Movement {
  readonly date: string;
  readonly amount: number;
  readonly text: string;
}

export interface Told {
  readonly iban: string;
  /** Cents. */
  readonly opening: number;
  readonly from: string;
  readonly to: string;
  /** ISO 4217 number of the currency; absent: the euro's. */
  readonly currency?: string;
}

const digits = (amount: number): string => String(Math.abs(amount)).padStart(14, '0');
const side = (amount: number): string => (amount < 0 ? '1' : '2');
const day = (date: string): string => date.replaceAll('-', '').slice(2);
const sum = (all: readonly Movement[]): number => all.reduce((total, { amount }) => total + amount, 0);
const totals = (all: readonly Movement[]): string => `${String(all.length).padStart(5, '0')}${digits(sum(all))}`;

/** What the bank writes of a movement: 38 characters twice a record, five records at the most. */
function complements(text: string): string[] {
  const parts = text.slice(0, 380).match(/.{1,76}/gs) ?? [];
  return parts.map((part, i) => `23${String(i + 1).padStart(2, '0')}${part}`);
}

/** A statement in Norma 43: 80 columns, with the counts and totals of records 33 and 88. In ISO 8859-1 a character is a byte. */
export function norma43(movements: readonly Movement[], { iban, opening, from, to, currency = '978' }: Told): string {
  const account = `${iban.slice(4, 12)}${iban.slice(14)}`;
  const office = iban.slice(8, 12);
  const closing = opening + sum(movements);
  const [debits, credits] = [movements.filter(({ amount }) => amount < 0), movements.filter(({ amount }) => amount >= 0)];
  const lines = [
    `11${account}${day(from)}${day(to)}${side(opening)}${digits(opening)}${currency}3PRUEBA SL`,
    ...movements.flatMap(({ date, amount, text }) => [
      `22    ${office}${day(date)}${day(date)}04002${side(amount)}${digits(amount)}0000000000`,
      ...complements(text),
    ]),
    `33${account}${totals(debits)}${totals(credits)}${side(closing)}${digits(closing)}${currency}`,
  ];
  return [...lines, `88${'9'.repeat(18)}${String(lines.length).padStart(6, '0')}`].map((line) => line.padEnd(80)).join('\r\n');
}
