import type { Format, ReportName } from '#domain/automation/rules/report.ts';
import { type Days, daysOf, type Span, taxPeriodOf } from '#domain/automation/rules/span.ts';
import type { IsoDate } from '#kernel/date.ts';
import { REPORT_TABLES, type TableSource } from './report-tables.ts';

/** What is asked of an action for a report. */
export interface ReportAsk {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
}

/** The day on which a report is made, what of, and as what. */
export interface ReportOf {
  readonly today: IsoDate;
  readonly span?: Span | undefined;
  readonly format: Format;
}

/**
 * What makes a report: `file`: an action that answers its bytes; `kept`: one that keeps a file and answers its record, which may be
 * ready later; `table`: what lists answer, as a table.
 */
export type ReportSource =
  | { readonly by: 'file'; readonly door: 'getStatementFile' | 'getTaxReturnPaper'; readonly ask: (of: ReportOf) => ReportAsk }
  | { readonly by: 'kept'; readonly door: 'createTaxFile' | 'createExport'; readonly ask: (of: ReportOf) => ReportAsk }
  | ({ readonly by: 'table' } & TableSource);

const days = ({ span, today }: ReportOf): Days => (span ? daysOf(span, today) : { to: today });

/** A sheet of the books: as of a day, or of days. */
const sheet = (statement: string, of: 'now' | 'day' | 'days'): ReportSource => ({
  by: 'file',
  door: 'getStatementFile',
  ask: (about) => {
    const { from, to } = days(about);
    const when = of === 'now' ? {} : { date: to, ...(from && of === 'days' ? { from } : {}) };
    return { path: { statement }, query: { format: about.format, ...when } };
  },
});

const period = ({ span = 'lastQuarter', today }: ReportOf): string => taxPeriodOf(span, today);
const form = (name: string): ReportSource => ({
  by: 'file',
  door: 'getTaxReturnPaper',
  ask: (about) => ({ path: { form: name }, query: { period: period(about) } }),
});
const taxFile = (kind: string): ReportSource => ({
  by: 'kept',
  door: 'createTaxFile',
  ask: (about) => ({ body: { kind, period: period(about) } }),
});

/** By which actions each report is made, and what they are asked. */
export const REPORT_SOURCES: Readonly<Record<ReportName, ReportSource>> = {
  ...REPORT_TABLES,
  'balance-sheet': sheet('balance-sheet', 'day'),
  'income-statement': sheet('income-statement', 'days'),
  'trial-balance': sheet('trial-balance', 'days'),
  'cash-flow': sheet('cash-flow-indirect', 'days'),
  'receivables-ageing': sheet('receivables-ageing', 'now'),
  'payables-ageing': sheet('payables-ageing', 'now'),
  journal: { by: 'kept', door: 'createExport', ask: (about) => ({ body: { kind: 'journal-csv', ...days(about) } }) },
  'vat-books': taxFile('vat-books-xlsx'),
  'vat-issued': taxFile('vat-issued-csv'),
  'vat-received': taxFile('vat-received-csv'),
  'adviser-zip': taxFile('adviser-zip'),
  'tax-303': form('303'),
  'tax-111': form('111'),
  'tax-115': form('115'),
  'tax-349': form('349'),
  'tax-390': form('390'),
  'tax-347': form('347'),
  'tax-190': form('190'),
  'tax-180': form('180'),
};
