import PDFDocument from 'pdfkit';
import { decimal, format } from '#kernel/decimal.ts';
import { type Minor, minorText } from '#kernel/money.ts';

export type Paper = InstanceType<typeof PDFDocument>;

/** A4 in points. `bottom` is the last y that content may reach. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48, bottom: 772 };
export const WIDTH = PAGE.width - 2 * PAGE.margin;
export const COLOUR = { ink: '#1b1f24', soft: '#5b6570', rule: '#dde2e7', tint: '#f2f6f6', accent: '#0f5b5c' };

export interface TextStyle {
  readonly width?: number;
  readonly align?: 'left' | 'right';
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
}

/** Starts a document. The same dates and content always give the same bytes. */
export function newPaper(title: string, author: string, at: Date): { paper: Paper; bytes: Promise<Buffer> } {
  const info = {
    Title: winAnsi(title),
    Author: winAnsi(author),
    Producer: 'Trastienda',
    Creator: 'Trastienda',
    CreationDate: at,
    ModDate: at,
  };
  const paper = new PDFDocument({ size: 'A4', margin: PAGE.margin, bufferPages: true, lang: 'es-ES', displayTitle: true, info });
  const chunks: Buffer[] = [];
  paper.on('data', (chunk: Buffer) => chunks.push(chunk));
  const bytes = new Promise<Buffer>((resolve, reject) => {
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
  });
  return { paper, bytes };
}

const styled = (paper: Paper, { size = 9, bold = false, color = COLOUR.ink }: TextStyle): Paper =>
  paper
    .font(bold ? 'Helvetica-Bold' : 'Helvetica')
    .fontSize(size)
    .fillColor(color);

/** Writes text that may take several lines; `paper.y` is below it afterwards. `x` counts from the left margin. */
export const write = (paper: Paper, value: string, x: number, y: number, style: TextStyle = {}): void =>
  void styled(paper, style).text(winAnsi(value), PAGE.margin + x, y, {
    width: style.width ?? WIDTH - x,
    align: style.align ?? 'left',
    lineGap: 1.6,
  });

/** Height that {@link write} would take. */
export const heightOf = (paper: Paper, value: string, width: number, style: TextStyle = {}): number =>
  styled(paper, style).heightOfString(winAnsi(value), { width, lineGap: 1.6 });

/** Writes a figure that ends at `right`, on one line whatever its length: in smaller type where it would not fit. */
export function figure(paper: Paper, value: string, right: number, y: number, width: number, style: TextStyle = {}): void {
  let size = style.size ?? 9;
  while (size > 5 && styled(paper, { ...style, size }).widthOfString(value) > width) size -= 0.5;
  const x = PAGE.margin + right - paper.widthOfString(value);
  paper.text(value, x, y + ((style.size ?? 9) - size) * 0.7, { lineBreak: false });
}

export const rule = (paper: Paper, x: number, y: number, width: number, thickness: number, color: string): void =>
  void paper
    .moveTo(PAGE.margin + x, y)
    .lineTo(PAGE.margin + x + width, y)
    .lineWidth(thickness)
    .strokeColor(color)
    .stroke();

/** "1234.5" → "1.234,50", with at least `places` decimals. */
export function spanish(text: string, places = 0): string {
  const [whole = '', fraction] = format(decimal(text), places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return fraction ? `${grouped},${fraction}` : grouped;
}
export const euros = (minor: Minor): string => `${spanish(minorText(minor), 2)} €`;
/** 2026-11-24 → "24/11/2026" */
export const spanishDate = (date: string): string => date.split('-').reverse().join('/');

/** Every character that the standard fonts of PDF have (Windows-1252). */
const PRINTABLE = /^[\n\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+$/;
/** Letters of other Latin alphabets that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
};

/** The text in characters that can be printed: a letter without its foreign accent rather than a wrong one; "?" for the rest. */
export function winAnsi(text: string): string {
  const composed = text.normalize('NFC');
  return PRINTABLE.test(composed) ? composed : [...composed].map(printable).join('');
}

function printable(char: string): string {
  if (PRINTABLE.test(char)) return char;
  const bare = char.normalize('NFKD').replace(/\p{M}/gu, '');
  if (PRINTABLE.test(bare)) return bare;
  return PLAIN[char] ?? (/^\p{C}$|^\p{M}$/u.test(char) ? '' : '?');
}
