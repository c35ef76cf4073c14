export const BANK_IBAN = 'ES9121000418450200051332';

/**
 * Two equal charges on one day, both real (the worked example of the project's facts): opening 1,250.00, an invoice of 1,210.00 paid, a fee of
 * 3.50 and twice 484.00, closing 1,488.50.
 */
export const EXAMPLE_N43 = [
  '112100041802000513322603012603312000000001250009783TRASTIENDA EJEMPLO SL',
  '22    0418260303260303040022000000001210000000000000            F2026-000123',
  '2301TRANSFERENCIA DE CAFES LEVANTE SL',
  '2302FACTURA F2026-000123',
  '22    0418260305260305170171000000000003500000000000',
  '2301COMISION MANTENIMIENTO',
  '22    0418260310260310030051000000000484000000000007            REF 8841',
  '2301RECIBO SUMINISTROS DEL SUR',
  '22    0418260310260310030051000000000484000000000007            REF 8841',
  '2301RECIBO SUMINISTROS DEL SUR',
  '3321000418020005133200003000000000971500000100000000121000200000000148850978',
  '88999999999999999999000011',
]
  .map((line) => line.padEnd(80))
  .join('\r\n');

interface Movement {
  readonly date: string;
  /** In cents, signed. */
  readonly amount: number;
  readonly text: string;
}

const digits = (amount: number): string => String(Math.abs(amount)).padStart(14, '0');
const side = (amount: number): string => (amount < 0 ? '1' : '2');
const day = (date: string): string => date.replaceAll('-', '').slice(2);

interface Told {
  readonly opening: number;
  readonly from: string;
  readonly to: string;
}

/** A statement of the example's account in Norma 43, as the standard has it (80 columns, counts and totals of 33 and 88). */
export function norma43(movements: readonly Movement[], { opening, from, to }: Told): string {
  const sum = (all: readonly Movement[]) => all.reduce((total, { amount }) => total + amount, 0);
  const totals = (all: readonly Movement[]) => `${String(all.length).padStart(5, '0')}${digits(sum(all))}`;
  const closing = opening + sum(movements);
  const [debits, credits] = [movements.filter(({ amount }) => amount < 0), movements.filter(({ amount }) => amount >= 0)];
  const lines = [
    `11210004180200051332${day(from)}${day(to)}${side(opening)}${digits(opening)}9783PRUEBA SL`,
    ...movements.flatMap(({ date, amount, text }) => [
      `22    0418${day(date)}${day(date)}04002${side(amount)}${digits(amount)}0000000000`,
      `2301${text}`,
    ]),
    `33210004180200051332${totals(debits)}${totals(credits)}${side(closing)}${digits(closing)}978`,
  ];
  return [...lines, `88${'9'.repeat(18)}${String(lines.length).padStart(6, '0')}`].map((line) => line.padEnd(80)).join('\r\n');
}
