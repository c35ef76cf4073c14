import { type Bill, type InvoiceLine, netUnitPrice, type Party } from '#domain/finance/receivables/invoice.ts';
import { VAT_ES } from '#domain/finance/tax/vat-es.ts';
import type { Company } from '#domain/platform/company/company.ts';
import type { Address } from '#kernel/address.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { COLOUR, euros, figure, heightOf, newPaper, PAGE, type Paper, rule, spanish, spanishDate, WIDTH, write } from './pdf-paper.ts';

/** What stands on the paper beside the bill itself. */
export interface Printed {
  readonly title: string;
  readonly bill: Omit<Bill, 'entry' | 'open' | 'allocations'>;
  /** The issuer as it was at issue. */
  readonly company: Pick<Company, 'name' | 'taxId' | 'address' | 'email'>;
  /** −1 on a corrective invoice, which takes back what the invoice asked for. */
  readonly sign: 1 | -1;
  /** Label and value pairs at the top right: due date, operation date, corrected invoice. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Below the totals: reason, how to pay, what the law asks to be said. */
  readonly remarks: readonly (readonly [label: string, text: string])[];
  /** Instant of issue: the file's date, so that the same invoice always gives the same bytes. */
  readonly issuedAt: Date;
}

/** Columns by their right edges, from the left margin; code and discount only where a line has one. */
interface Columns {
  readonly code: boolean;
  readonly name: { readonly x: number; readonly width: number };
  readonly quantity: number;
  readonly price: number;
  readonly discount: number | undefined;
  readonly tax: number;
}

const SIZE = { label: 7.5, title: 11, number: 17, name: 14, party: 10.5, total: 14 };
const CODE_WIDTH = 58;

/** The PDF of an invoice or credit note, with all that RD 1619/2012 arts. 6 and 15 ask for. */
export async function renderBill(printed: Printed): Promise<Buffer> {
  const { paper, bytes } = newPaper(`${printed.title} ${printed.bill.number}`, printed.company.name, printed.issuedAt);
  head(paper, printed);
  table(paper, printed);
  totals(paper, printed);
  remarks(paper, printed);
  feet(paper, printed);
  paper.end();
  return bytes;
}

const addressLines = (address: Address | undefined): string[] =>
  address
    ? [
        address.street,
        `${address.postalCode} ${address.city}${address.province ? ` (${address.province})` : ''}`,
        ...(address.country === 'ES' ? [] : [address.country]),
      ]
    : [];
const partyLines = ({ taxId, address }: Party): string[] => [...(taxId ? [`NIF ${taxId}`] : []), ...addressLines(address)];
const label = (paper: Paper, value: string, x: number, y: number, style: { width?: number; align?: 'right' } = {}) =>
  write(paper, value.toUpperCase(), x, y, { size: SIZE.label, bold: true, color: COLOUR.soft, ...style });

function head(paper: Paper, { title, bill, company, facts }: Printed): void {
  paper.rect(0, 0, PAGE.width, 6).fill(COLOUR.accent);
  write(paper, company.name, 0, 48, { size: SIZE.name, bold: true, width: 290 });
  write(paper, [...partyLines(company), company.email].join('\n'), 0, paper.y + 3, { color: COLOUR.soft, width: 290 });
  const below = paper.y;
  write(paper, title.toUpperCase(), 290, 48, { size: SIZE.title, bold: true, align: 'right', color: COLOUR.accent });
  figure(paper, bill.number, WIDTH, 64, WIDTH - 290, { size: SIZE.number, bold: true });

  const top = Math.max(below, 96) + 26;
  label(paper, 'Cliente', 0, top);
  write(paper, bill.customer.name, 0, top + 13, { size: SIZE.party, bold: true, width: 260 });
  write(paper, partyLines(bill.customer).join('\n'), 0, paper.y + 2, { color: COLOUR.soft, width: 260 });
  const left = paper.y;
  let y = top;
  for (const [name, value] of [['Fecha de expedición', spanishDate(bill.date)] as const, ...facts]) {
    write(paper, name, 280, y, { width: 120, color: COLOUR.soft });
    write(paper, value, 400, y, { align: 'right' });
    y = Math.max(paper.y, y + 13) + 2;
  }
  paper.y = Math.max(left, y) + 28;
}

function columnsOf(lines: readonly InvoiceLine[]): Columns {
  const code = lines.some((line) => line.code !== '');
  const discounted = lines.some((line) => line.discount !== undefined);
  const x = code ? CODE_WIDTH + 8 : 0;
  const quantity = discounted ? 304 : 332;
  return {
    code,
    name: { x, width: quantity - 50 - x },
    quantity,
    price: quantity + 62,
    discount: discounted ? quantity + 96 : undefined,
    tax: 436,
  };
}

function tableHead(paper: Paper, columns: Columns): void {
  const { y } = paper;
  const over = (value: string, right: number) => label(paper, value, right - 60, y, { width: 60, align: 'right' });
  if (columns.code) label(paper, 'Código', 0, y);
  label(paper, 'Descripción', columns.name.x, y);
  over('Cantidad', columns.quantity);
  over('Precio', columns.price);
  if (columns.discount) over('Dto.', columns.discount);
  over('IVA', columns.tax);
  over('Importe', WIDTH);
  rule(paper, 0, y + 14, WIDTH, 0.9, COLOUR.ink);
  paper.y = y + 21;
}

/** A further page says whose it is: pages get separated. */
function nextPage(paper: Paper, { title, bill }: Printed): void {
  paper.addPage();
  write(paper, `${title} ${bill.number}`, 0, PAGE.margin, { bold: true, width: 240 });
  write(paper, bill.customer.name, 240, PAGE.margin, { align: 'right', color: COLOUR.soft });
  paper.y += 14;
}

function table(paper: Paper, printed: Printed): void {
  const columns = columnsOf(printed.bill.lines);
  tableHead(paper, columns);
  for (const line of printed.bill.lines) {
    const height = Math.max(heightOf(paper, line.name, columns.name.width), columns.code ? heightOf(paper, line.code, CODE_WIDTH) : 0) + 8;
    if (paper.y + height > PAGE.bottom) {
      nextPage(paper, printed);
      tableHead(paper, columns);
    }
    row(paper, printed, columns, line, height);
  }
}

function row(paper: Paper, { bill, sign }: Printed, columns: Columns, line: InvoiceLine, height: number): void {
  const { y } = paper;
  const minus = sign < 0 ? '-' : '';
  if (columns.code) write(paper, line.code, 0, y, { width: CODE_WIDTH, color: COLOUR.soft });
  write(paper, line.name, columns.name.x, y, { width: columns.name.width });
  figure(paper, `${minus}${spanish(line.quantity)}`, columns.quantity, y, 46);
  figure(paper, spanish(netUnitPrice(line, bill.pricesIncludeTax), 2), columns.price, y, 58);
  if (columns.discount && line.discount) figure(paper, `${spanish(line.discount)} %`, columns.discount, y, 32);
  figure(paper, `${spanish(line.percent)} %`, columns.tax, y, 32);
  figure(paper, spanish(minorText(sign * line.net), 2), WIDTH, y, 60);
  rule(paper, 0, y + height - 4.5, WIDTH, 0.4, COLOUR.rule);
  paper.y = y + height;
}

/** Taxable base, rate and tax of each code, and the total: together on one page. */
function totals(paper: Paper, printed: Printed): void {
  const { bill, sign } = printed;
  const rows = bill.totals.taxes.length + (bill.totals.rounding === 0 ? 0 : 1);
  if (paper.y + 14 + 21 + rows * 16 + 56 > PAGE.bottom) nextPage(paper, printed);
  const money = (minor: Minor) => euros(sign * minor);
  let y = paper.y + 14;
  for (const [value, right] of [
    ['Base imponible', 330],
    ['Tipo', 390],
    ['Cuota', WIDTH],
  ] as const)
    label(paper, value, right - 90, y, { width: 90, align: 'right' });
  y += 15;
  for (const { percent, base, tax } of bill.totals.taxes) {
    figure(paper, money(base), 330, y, 110);
    figure(paper, `IVA ${spanish(percent)} %`, 390, y, 56, { color: COLOUR.soft });
    figure(paper, money(tax), WIDTH, y, 104);
    y += 16;
  }
  if (bill.totals.rounding !== 0) {
    figure(paper, 'Redondeo', 390, y, 90, { color: COLOUR.soft });
    figure(paper, money(bill.totals.rounding), WIDTH, y, 104);
    y += 16;
  }
  paper.rect(PAGE.margin + 230, y + 6, WIDTH - 230, 34).fill(COLOUR.tint);
  write(paper, 'Total', 244, y + 16, { size: SIZE.party, bold: true, color: COLOUR.accent });
  figure(paper, money(bill.totals.gross), WIDTH - 12, y + 15.5, 170, { size: SIZE.total, bold: true });
  paper.y = y + 62;
}

function remarks(paper: Paper, printed: Printed): void {
  const { bill } = printed;
  const codes = new Set(bill.totals.taxes.map((t) => t.code));
  const exempt = VAT_ES.flatMap(({ code, note }) => (note && codes.has(code) ? [['IVA', note] as const] : []));
  for (const [name, text] of [...printed.remarks, ...exempt, ...(bill.notes ? [['Observaciones', bill.notes] as const] : [])]) {
    const height = heightOf(paper, text, WIDTH - 110) + 6;
    if (paper.y + height > PAGE.bottom) nextPage(paper, printed);
    const { y } = paper;
    write(paper, name, 0, y, { color: COLOUR.soft, width: 105 });
    write(paper, text, 110, y);
    paper.y = y + height;
  }
}

function feet(paper: Paper, { company, bill }: Printed): void {
  const { count } = paper.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.switchToPage(page);
    paper.page.margins.bottom = 0; // Else the line below the margin would open a new page.
    rule(paper, 0, 794, WIDTH, 0.4, COLOUR.rule);
    write(paper, `${company.name} · NIF ${company.taxId} · ${bill.number}`, 0, 802, { size: SIZE.label, color: COLOUR.soft, width: 380 });
    write(paper, `Página ${page + 1} de ${count}`, 380, 802, { size: SIZE.label, color: COLOUR.soft, align: 'right' });
  }
}
