import PDFDocument from 'pdfkit';
import type { Address } from '#kernel/address.ts';
import type { z } from 'zod/mini';
import { format, decimal } from '#kernel/decimal.ts';
import { minorText } from '#kernel/money.ts';
import type { Bill, Party } from '#domain/finance/receivables/invoice.ts';
import type { Company } from '#domain/platform/company/company.ts';
import { VAT_ES } from '#domain/finance/tax/vat-es.ts';

/** What stands on the paper beside the bill itself. */
export interface Printed {
  readonly title: string;
  readonly bill: Omit<Bill, 'entry' | 'open' | 'allocations'>;
  readonly company: Company;
  /** Label and value pairs at the top right: due date, operation date, corrected invoice, reason. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Instant of issue: the file's date, so that the same invoice always gives the same bytes. */
  readonly issuedAt: Date;
}

const MARGIN = 50;
const WIDTH = 595.28 - 2 * MARGIN;
const BOTTOM = 841.89 - 70;
const [INK, SOFT, RULE, ACCENT] = ['#1b1f24', '#5b6570', '#d9dee3', '#0f5b5c'];
/** Right edges of the figures, from the left margin. */
const COLUMNS = { name: 62, quantity: 300, price: 365, discount: 405, tax: 440, net: WIDTH };

type Doc = InstanceType<typeof PDFDocument>;

/** 1234.5 → "1.234,50", with at least `places` decimals. */
export function spanish(text: string, places = 0): string {
  const [whole = '', fraction] = format(decimal(text), places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return fraction ? `${grouped},${fraction}` : grouped;
}
const euros = (minor: number): string => `${spanish(minorText(minor), 2)} €`;
/** 2026-11-24 → "24/11/2026" */
export const spanishDate = (date: string): string => date.split('-').reverse().join('/');

/** The PDF of an invoice or credit note, with all that RD 1619/2012 arts. 6 and 15 ask for. */
export async function renderBill(printed: Printed): Promise<Buffer> {
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, bufferPages: true, info: { Title: `${printed.title} ${printed.bill.number}`, Author: printed.company.name, CreationDate: printed.issuedAt, ModDate: printed.issuedAt } });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  head(doc, printed);
  table(doc, printed);
  totals(doc, printed);
  feet(doc, printed);
  doc.end();
  return done;
}

const text = (doc: Doc, value: string, x: number, y: number, options: { width?: number; align?: 'left' | 'right'; size?: number; bold?: boolean; color?: string } = {}) =>
  doc.font(options.bold ? 'Helvetica-Bold' : 'Helvetica').fontSize(options.size ?? 9).fillColor(options.color ?? INK)
    .text(value, x, y, { width: options.width ?? WIDTH, align: options.align ?? 'left', lineGap: 1.5 });

const addressLines = (address: z.output<typeof Address> | undefined): string[] =>
  address ? [address.street, `${address.postalCode} ${address.city}${address.province ? ` (${address.province})` : ''}`, ...(address.country === 'ES' ? [] : [address.country])] : [];

function head(doc: Doc, { title, bill, company, facts }: Printed): void {
  doc.rect(0, 0, 595.28, 6).fill(ACCENT);
  text(doc, company.name, MARGIN, 46, { size: 14, bold: true, width: 280 });
  text(doc, [`NIF ${company.taxId}`, ...addressLines(company.address), company.email].join('\n'), MARGIN, 66, { color: SOFT, width: 280 });
  text(doc, title.toUpperCase(), MARGIN, 44, { size: 11, bold: true, align: 'right', color: ACCENT });
  text(doc, bill.number, MARGIN, 59, { size: 17, bold: true, align: 'right' });
  const pairs = [['Fecha de expedición', spanishDate(bill.date)] as const, ...facts];
  let y = 88;
  for (const [label, value] of pairs) {
    text(doc, label, MARGIN + 230, y, { width: 130, align: 'right', color: SOFT });
    text(doc, value, MARGIN + 370, y, { width: WIDTH - 370, align: 'right' });
    y = Math.max(doc.y, y + 13) + 1;
  }
  const top = Math.max(y + 14, 150);
  text(doc, 'CLIENTE', MARGIN, top, { size: 7.5, bold: true, color: SOFT });
  text(doc, bill.customer.name, MARGIN, top + 12, { size: 10.5, bold: true, width: 300 });
  text(doc, partyLines(bill.customer).join('\n'), MARGIN, doc.y + 1, { color: SOFT, width: 300 });
  doc.y += 22;
}

const partyLines = (party: Party): string[] => [...(party.taxId ? [`NIF ${party.taxId}`] : []), ...addressLines(party.address)];

function tableHead(doc: Doc): void {
  const y = doc.y;
  const label = (value: string, x: number, width: number, align: 'left' | 'right') => text(doc, value, MARGIN + x, y, { size: 7.5, bold: true, color: SOFT, width, align });
  label('CÓDIGO', 0, COLUMNS.name - 6, 'left');
  label('DESCRIPCIÓN', COLUMNS.name, 190, 'left');
  label('CANTIDAD', COLUMNS.quantity - 55, 55, 'right');
  label('PRECIO', COLUMNS.price - 60, 60, 'right');
  label('DTO.', COLUMNS.discount - 35, 35, 'right');
  label('IVA', COLUMNS.tax - 32, 32, 'right');
  label('IMPORTE', COLUMNS.net - 75, 75, 'right');
  doc.moveTo(MARGIN, y + 13).lineTo(MARGIN + WIDTH, y + 13).lineWidth(0.8).strokeColor(INK).stroke();
  doc.y = y + 19;
}

function table(doc: Doc, { bill }: Printed): void {
  tableHead(doc);
  for (const line of bill.lines) {
    doc.font('Helvetica').fontSize(9);
    const height = Math.max(doc.heightOfString(line.name, { width: 185, lineGap: 1.5 }), doc.heightOfString(line.code, { width: COLUMNS.name - 6 })) + 7;
    if (doc.y + height > BOTTOM) {
      doc.addPage();
      tableHead(doc);
    }
    const y = doc.y;
    const figure = (value: string, right: number, width: number) => text(doc, value, MARGIN + right - width, y, { width, align: 'right' });
    text(doc, line.code, MARGIN, y, { width: COLUMNS.name - 6, color: SOFT });
    text(doc, line.name, MARGIN + COLUMNS.name, y, { width: 185 });
    figure(spanish(line.quantity), COLUMNS.quantity, 50);
    figure(spanish(line.price, 2), COLUMNS.price, 62);
    if (line.discount) figure(`${spanish(line.discount)} %`, COLUMNS.discount, 38);
    figure(`${spanish(line.percent)} %`, COLUMNS.tax, 34);
    figure(spanish(minorText(line.net), 2), COLUMNS.net, 54);
    doc.moveTo(MARGIN, y + height - 4).lineTo(MARGIN + WIDTH, y + height - 4).lineWidth(0.4).strokeColor(RULE).stroke();
    doc.y = y + height;
  }
}

function totals(doc: Doc, { bill, company }: Printed): void {
  const rows: (readonly [string, string, boolean?])[] = [
    ...bill.totals.taxes.flatMap((t) => [[`Base imponible ${spanish(t.percent)} %`, euros(t.base)] as const, [`Cuota IVA ${spanish(t.percent)} %`, euros(t.tax)] as const]),
    ...(bill.totals.rounding === 0 ? [] : [['Redondeo', euros(bill.totals.rounding)] as const]),
    ['Total', euros(bill.totals.gross), true],
  ];
  if (doc.y + rows.length * 16 + 70 > BOTTOM) doc.addPage();
  let y = doc.y + 12;
  for (const [label, value, strong] of rows) {
    if (strong) doc.moveTo(MARGIN + 270, y).lineTo(MARGIN + WIDTH, y).lineWidth(0.8).strokeColor(INK).stroke();
    const top = strong ? y + 7 : y;
    text(doc, label, MARGIN + 230, top, { width: 150, align: 'right', bold: strong === true, size: strong ? 12 : 9, color: strong ? INK : SOFT });
    text(doc, value, MARGIN + 385, top, { width: WIDTH - 385, align: 'right', bold: strong === true, size: strong ? 12 : 9 });
    y += strong ? 30 : 16;
  }
  doc.y = y + 10;
  const exemptions = bill.totals.taxes.flatMap((t) => VAT_ES.find((code) => code.code === t.code)?.note ?? []);
  const notes = [...exemptions, ...(bill.notes ? [bill.notes] : []), ...(company.iban ? [`Pago por transferencia: ${company.iban.replace(/(.{4})/g, '$1 ').trim()}`] : [])];
  for (const note of notes) {
    text(doc, note, MARGIN, doc.y, { color: SOFT });
    doc.y += 4;
  }
}

function feet(doc: Doc, { company, bill }: Printed): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0; // Else the line below the margin would open a new page.
    text(doc, `${company.name} · NIF ${company.taxId} · ${bill.number}`, MARGIN, 802, { size: 7.5, color: SOFT });
    text(doc, `Página ${page + 1} de ${count}`, MARGIN, 802, { size: 7.5, color: SOFT, align: 'right' });
  }
}
