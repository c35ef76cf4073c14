import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import { CHECK_IDS } from '#domain/finance/closing/check.ts';
import { CHECK_NAMES } from '#domain/finance/closing/check-names.ts';
import type { CloseCheck } from '#domain/finance/closing/close-check.ts';
import { minorText } from '#kernel/money.ts';
import { dateText, numberText } from '#runtime/paper/figures.ts';
import type { Paper, PaperLogo, Table } from '#runtime/paper/paper.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import { letterheadOf } from '../statements/statement-file.ts';
import type { PackedMonth } from './packed-month.ts';

type Language = 'es' | 'en';

const WORDS = {
  es: {
    title: 'Cierre del mes',
    taxId: 'NIF',
    facts: { begun: 'Empezado por', closed: 'Cerrado el', locked: 'Libros conocidos a', run: 'Vez' },
    heads: ['Comprobación', 'Resultado', 'Detalle'],
    states: { passed: 'Bien', failed: 'Por arreglar', waived: 'Dispensada', 'not-asked': 'No se pide' },
    waived: (by: string, reason: string, until: string) => `${by}: ${reason} (hasta ${until})`,
    more: (count: number) => `y ${count} más`,
    cells: [
      'Comprobación',
      'Resultado',
      'Mirada',
      'Debe ser',
      'Es',
      'Hallado',
      'Fecha',
      'Importe',
      'Registro',
      'Dispensada o explicada por',
      'Motivo',
      'Hasta',
    ],
  },
  en: {
    title: 'Close of the month',
    taxId: 'Tax id',
    facts: { begun: 'Begun by', closed: 'Closed on', locked: 'Books as known at', run: 'Run' },
    heads: ['Check', 'Result', 'Detail'],
    states: { passed: 'Passed', failed: 'To mend', waived: 'Waived', 'not-asked': 'Not asked' },
    waived: (by: string, reason: string, until: string) => `${by}: ${reason} (until ${until})`,
    more: (count: number) => `and ${count} more`,
    cells: [
      'Check',
      'Result',
      'Looked at',
      'Should be',
      'Is',
      'Found',
      'Date',
      'Amount',
      'Record',
      'Waived or explained by',
      'Reason',
      'Until',
    ],
  },
} as const;

const inOrder = ({ checks }: PackedMonth): CloseCheck[] => CHECK_IDS.flatMap((id) => checks.get(id) ?? []);

/** What a check found, in a line each: the sums that it compared, what is at fault, who has left it so and why. */
function detailOf({ compared, items, count, waiver, reasons = [] }: CloseCheck, language: Language): string {
  const words = WORDS[language];
  const money = (minor: number) => numberText(language, minorText(minor), 2);
  return [
    ...(compared ? [`${money(compared.found)} ${compared.found === compared.expected ? '=' : '≠'} ${money(compared.expected)}`] : []),
    ...items.map(({ text, date, amount }) => [text, date && dateText(date), amount && money(amount)].filter(Boolean).join(' · ')),
    ...(count > items.length ? [words.more(count - items.length)] : []),
    ...reasons.map(({ text, amount, reason, by }) => [text, amount && money(amount), `${by}: ${reason}`].filter(Boolean).join(' · ')),
    ...(waiver ? [words.waived(waiver.by, waiver.reason, dateText(waiver.until))] : []),
  ].join('; ');
}

function checkTable(packed: PackedMonth, language: Language): Table {
  const words = WORDS[language];
  const [check, result, detail] = words.heads;
  return {
    columns: [{ label: check, share: 2 }, { label: result }, { label: detail, share: 3, soft: true }],
    rows: inOrder(packed).map((each) => [CHECK_NAMES[language][each.check], words.states[each.state], detailOf(each, language)]),
  };
}

/** The checks that a month was closed with, on paper. */
export function checklistPaper(packed: PackedMonth, language: Language, logo: PaperLogo | undefined): Uint8Array {
  const { company, close } = packed;
  const words = WORDS[language];
  const taxId = `${words.taxId} ${company.taxId}`;
  const paper: Paper = {
    language,
    title: words.title,
    number: close.period,
    at: new Date(close.lockedAt),
    letterhead: letterheadOf({ company, logo }, taxId),
    parties: [],
    facts: [
      [words.facts.begun, close.startedBy],
      [words.facts.closed, dateText(close.closedOn)],
      [words.facts.locked, `${close.lockedAt.slice(0, 19).replace('T', ' ')} UTC`],
      ...(close.runs > 1 ? [[words.facts.run, String(close.runs)] as const] : []),
    ],
    blocks: [{ kind: 'lines', ...checkTable(packed, language) }],
    foot: [company.name, taxId, close.period],
  };
  return printPaper(paper);
}

const text = (value: string | undefined) => (value ? { value, type: String } : null);
const amount = (minor: number | undefined) =>
  minor === undefined ? null : { value: Number(minorText(minor)), type: Number, format: '#,##0.00' };

/** The same with a row for each thing that a check found: what people filter and sort. */
export function checklistWorkbook(packed: PackedMonth, language: Language): Promise<Uint8Array> {
  const words = WORDS[language];
  const rows = inOrder(packed).flatMap((check): SheetData => {
    const about = [text(CHECK_NAMES[language][check.check]), text(words.states[check.state]), text(check.at)];
    const sums = [amount(check.compared?.expected), amount(check.compared?.found)];
    const { by, reason, until } = check.waiver ?? {};
    const waived = [text(by), text(reason), text(until)];
    const found = check.items.map((item) => [text(item.text), text(item.date), amount(item.amount), text(item.id), ...waived]);
    const explained = (check.reasons ?? []).map((said) => [
      ...[text(said.text), null, amount(said.amount), null],
      ...[text(said.by), text(said.reason), null],
    ]);
    const each = [...found, ...explained];
    return (each.length > 0 ? each : [[null, null, null, null, ...waived]]).map((cells) => [...about, ...sums, ...cells]);
  });
  const heads = words.cells.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  return writeXlsxFile([heads, ...rows], {
    stickyRowsCount: 1,
    columns: words.cells.map((_, i) => ({ width: i === 5 ? 48 : 22 })),
  }).toBuffer();
}
