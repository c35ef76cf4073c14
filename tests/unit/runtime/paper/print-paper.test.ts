import { expect, it } from 'vitest';
import { dateText, moneyText, numberText } from '../../../../shared/runtime/paper/figures.ts';
import type { Paper } from '../../../../shared/runtime/paper/paper.ts';
import { printPaper } from '../../../../shared/runtime/paper/print-paper.ts';
import { readPdf } from '../../../support/pdf.ts';

const paper = (more: Partial<Paper> = {}): Paper => ({
  language: 'es',
  title: 'Albarán',
  number: 'A-1',
  at: new Date('2026-03-24T10:00:00Z'),
  letterhead: { name: 'Lumbre Hogar, S.L.', lines: ['Calle Mayor 1'], accent: '#0f5b5c', tint: '#f2f6f6' },
  parties: [{ label: 'Cliente', name: 'Librería Cervantes', lines: [] }],
  facts: [],
  blocks: [],
  foot: ['Lumbre Hogar, S.L.'],
  ...more,
});
const remarks = (...values: string[]): Paper => paper({ blocks: [{ kind: 'remarks', pairs: values.map((value) => ['', value]) }] });
const textOf = async (of: Paper) => (await readPdf(printPaper(of))).text;

it.each([
  ['Greek', 'Αθηναϊκή Εταιρεία ΑΕ'],
  ['Cyrillic', 'ООО «Северный ветер»'],
  ['Chinese', '上海贸易有限公司'],
  ['Chinese as Taiwan writes it', '國際貿易股份有限公司'],
  ['Japanese', '株式会社ひかりトレード'],
  ['Devanagari', 'भारत'],
  ['Polish, Czech and Turkish', 'Łódź Dvořák Şişli İzmir'],
  ['Vietnamese', 'Công ty Trách nhiệm'],
])('prints %s, and its text can be taken out again', async (_, name) => {
  expect(await textOf(remarks(name))).toContain(name);
});

it.each([
  ['Arabic', 'شركة الشرق للتجارة'],
  ['Persian', 'پژوهش گفتگو'],
  ['Hebrew', 'חברת הצפון'],
])('prints %s from right to left, and its words can be taken out again', async (_, name) => {
  const words = name.split(' ');
  const line = (await textOf(remarks(name))).split('\n').find((text) => text.includes(words[0] ?? ''));
  // By their places on the page, the first word of a name is the last from the left.
  expect(line?.trim().split(/\s+/)).toEqual(words.toReversed());
});

it('keeps the pieces of a line in order, whatever the direction of each', async () => {
  const { text } = await readPdf(printPaper(paper({ foot: ['שלום', 'NIF B1', 'مرحبا'] })));
  expect(text).toContain('שלום · NIF B1 · مرحبا');
});

it('prints signs, and "?" for a letter that no font has', async () => {
  expect(await textOf(remarks('Taza ★ 20 → 30 ℃'))).toContain('Taza ★ 20 → 30 ℃');
  expect(await textOf(remarks('ก上ข'))).toContain('?上?');
});

it('leaves out what turns or hides other text', async () => {
  expect(await textOf(remarks('A\u202eB\u0000C\ud800'))).toMatch(/ABC/);
});

it('breaks a word that is too long for its place, and no other', async () => {
  const { text } = await readPdf(printPaper(remarks(`${'x'.repeat(150)}END`, 'muy.largo.pero.cabe@example.com')));
  expect(text.replace(/\s/g, '')).toContain(`${'x'.repeat(150)}END`);
  expect(text).toContain('muy.largo.pero.cabe@example.com');
});

it('never leaves a total alone on its page: the last line of the table goes along', { timeout: 60_000 }, async () => {
  const pages = async (count: number) => {
    const rows = Array.from({ length: count }, (_, i) => [`Taza azul ${i + 1}`, `${i + 1},00`]);
    const columns = [
      { label: 'Artículo', share: 1 },
      { label: 'Importe', align: 'right' as const },
    ];
    const closing = { kind: 'closing' as const, summary: { columns, rows: [] }, sums: [], total: ['Total', 'todo'] as const };
    return (await readPdf(printPaper(paper({ blocks: [{ kind: 'lines', columns, rows }, closing] })))).pages;
  };
  // From one page to two: at each length the total's page bears a line of the table.
  for (let count = 22; count <= 34; count++) {
    const last = (await pages(count)).at(-1) ?? '';
    expect(last).toContain('todo');
    expect(last).toContain(`Taza azul ${count}`);
  }
  expect((await pages(34)).length).toBe(2);
});

it('is PDF/A-3, and gives back the file that was put in', async () => {
  const bytes = Buffer.from('<?xml version="1.0"?><Invoice>ñ</Invoice>');
  const file = { name: 'factura.xml', type: 'text/xml', description: 'Factura electrónica', relationship: 'alternative', bytes } as const;
  const pdf = printPaper(paper({ files: [file] }));
  const { files, xmp } = await readPdf(pdf);
  expect(files['factura.xml']?.equals(bytes)).toBe(true);
  expect(xmp).toMatch(/pdfaid:part>3<.*pdfaid:conformance>A</s);
  expect(pdf.toString('latin1')).toContain('/AFRelationship /Alternative');
  expect(pdf.toString('latin1')).toContain('/OutputIntents');
});

it.each([
  ['es', '1234567.5', 2, '1.234.567,50'],
  ['es', '0.125', 0, '0,125'],
  ['es', '-1000', 2, '-1.000,00'],
  ['es', '999', 0, '999'],
  ['en', '1234.5', 2, '1,234.50'],
  ['es', '90071992547409931.25', 0, '90.071.992.547.409.931,25'],
] as const)('%s: %s to %s places is %s', (language, text, places, shown) => {
  expect(numberText(language, text, places)).toBe(shown);
});

it('writes money and days as each language does', () => {
  expect(moneyText('es', 123_450).replace('\u00a0', ' ')).toBe('1.234,50 €');
  expect(moneyText('es', -5).replace('\u00a0', ' ')).toBe('-0,05 €');
  expect(moneyText('en', 123_450)).toBe('€1,234.50');
  expect(dateText('2026-11-24')).toBe('24/11/2026');
});
