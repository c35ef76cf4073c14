import { describe, expect, it } from 'vitest';
import { doorsOf } from '../../../functions/automation/rules/report-doors.ts';
import { DOORS } from '../../../shared/api/rule-effects.ts';
import { REPORT_SOURCES } from '../../../shared/api/rule-reports.ts';
import { REPORTS, type ReportName, reportSpec, spansOf } from '../../../shared/domain/automation/rules/report.ts';
import { tableCsv, tableOf } from '../../../shared/domain/automation/rules/report-table.ts';
import { reportText } from '../../../shared/domain/automation/rules/report-text.ts';
import { daysOf, SPANS, type Span, taxPeriodOf } from '../../../shared/domain/automation/rules/span.ts';

describe('days of a report, seen from the day on which it is made', () => {
  /** By a calendar of paper: 2 January 2027 is a Saturday, 1 March 2028 a Wednesday after a 29 February. */
  it.each([
    ['2027-01-02', 'yesterday', '2027-01-01', '2027-01-01'],
    ['2027-01-02', 'lastWeek', '2026-12-21', '2026-12-27'],
    ['2027-01-02', 'lastMonth', '2026-12-01', '2026-12-31'],
    ['2027-01-02', 'lastQuarter', '2026-10-01', '2026-12-31'],
    ['2027-01-02', 'lastYear', '2026-01-01', '2026-12-31'],
    ['2027-01-02', 'thisQuarter', '2027-01-01', '2027-01-02'],
    ['2028-03-01', 'lastMonth', '2028-02-01', '2028-02-29'],
    ['2028-03-01', 'lastWeek', '2028-02-21', '2028-02-27'],
    ['2028-03-01', 'lastQuarter', '2027-10-01', '2027-12-31'],
    ['2026-11-30', 'lastWeek', '2026-11-23', '2026-11-29'],
    ['2026-11-30', 'thisMonth', '2026-11-01', '2026-11-30'],
    ['2026-11-30', 'lastQuarter', '2026-07-01', '2026-09-30'],
  ] as const)('%s, %s', (today, span, from, to) => {
    expect(daysOf(span, today)).toEqual({ from, to });
  });

  it('are the fiscal year’s where they have no first one', () => {
    expect([daysOf('yearToDate', '2026-05-31'), daysOf('yearToLastMonth', '2026-03-15')]).toEqual([
      { to: '2026-05-31' },
      { to: '2026-02-28' },
    ]);
  });

  it('are a period of tax returns as AEAT writes it', () => {
    const of = (span: Span) => taxPeriodOf(span, '2027-01-02');
    expect([of('lastQuarter'), of('thisQuarter'), of('lastMonth'), of('lastYear')]).toEqual(['2026-4T', '2027-1T', '2026-12', '2026-0A']);
  });

  it('never end before they begin, nor after the day on which they are asked for', () => {
    for (let day = 1; day <= 366; day += 1) {
      const today = new Date(Date.UTC(2028, 0, day)).toISOString().slice(0, 10);
      for (const { from = '', to } of SPANS.map((span) => daysOf(span, today))) expect([from <= to, to <= today]).toEqual([true, true]);
    }
  });
});

/** What each action is asked for a report of a span, with what it takes it by. */
function asksOf(report: ReportName, span: Span | undefined): [unknown, { safeParse(data: unknown): { success: boolean } } | undefined][] {
  const source = REPORT_SOURCES[report];
  if (source.by === 'table')
    return source.lists.map(({ door, query, per }) => {
      const days = span ? daysOf(span, '2026-11-30') : {};
      return [{ ...query, ...days, ...(per?.as === 'bankAccountId' ? { bankAccountId: `bka_${ID}` } : {}) }, DOORS[door].spec.query];
    });
  const ask = source.ask({ today: '2026-11-30', span: span ?? spansOf(report)[0], format: reportSpec(report).formats[0] ?? 'csv' });
  const { path, query, body } = DOORS[source.door].spec;
  return [
    [ask.path, path],
    [ask.query ?? {}, query],
    [ask.body, body],
  ];
}
const ID = '01JDG8ZK5T7QWERTY2MNPQRSTV';

describe('a report is a row of data', () => {
  it.each(REPORTS)('%s asks its actions for what they take, of whatever days', (report) => {
    for (const span of [...spansOf(report), undefined])
      for (const [asked, schema] of asksOf(report, span)) expect(schema?.safeParse(asked).success ?? true).toBe(true);
    expect(doorsOf(report).length).toBeGreaterThan(0);
  });

  it('is told in the mail with the days that it is of', () => {
    const sent = { report: 'sales-by-customer', span: 'lastMonth', date: '2026-12-01', rule: 'Ventas', attached: true } as const;
    expect(reportText('es', sent).subject).toBe('Ventas por cliente · del 2026-11-01 al 2026-11-30');
    expect(reportText('en', { ...sent, report: 'stock', span: undefined }).subject).toBe('Stock and its value · as of 2026-12-01');
  });
});

describe('a table of what lists answer', () => {
  const columns = [
    { path: 'customer.name', type: 'text', es: 'Cliente', en: 'Customer' },
    { path: 'date', type: 'date', es: 'Fecha', en: 'Date' },
    { path: 'quantity', type: 'number', es: 'Cantidad', en: 'Quantity', total: true },
    { path: 'net', type: 'money', es: 'Base', en: 'Net', total: true },
  ] as const;
  const row = (id: string, name: string, quantity: string, amount: string, less = false) => ({
    row: { id, customer: { name }, date: '2026-11-09', quantity, net: { amount, currency: 'EUR' } },
    less,
  });

  it('adds alike rows up, takes credit notes off, and puts the largest first', () => {
    const given = [
      row('a', 'Ana', '1', '10.10'),
      row('b', 'Berta', '2.5', '99.99'),
      row('a', 'Ana, S.L.', '3', '0.20'),
      row('b', 'x', '0.5', '90.00', true),
    ];
    const table = tableOf({ columns, group: ['id'], largest: 'net' }, given, 'es');
    // 10.10 + 0.20; 99.99 − 90.00; and together 20.29.
    expect(table.rows).toEqual([
      ['Ana', '2026-11-09', '4', '10.30'],
      ['Berta', '2026-11-09', '2', '9.99'],
    ]);
    expect(table.totals).toEqual(['Total', '', '6', '20.29']);
  });

  it('is CSV as an office reads it, in which no text is a formula', () => {
    const table = tableOf({ columns }, [row('a', '=HYPERLINK("http://x";"y")', '1.5', '-1234.50')], 'es');
    expect(tableCsv(table, 'es')).toBe(
      `\ufeffCliente;Fecha;Cantidad;Base\r\n"'=HYPERLINK(""http://x"";""y"")";09/11/2026;1,5;-1234,50\r\nTotal;;1,5;-1234,50\r\n`,
    );
    expect(tableCsv(table, 'en').split('\r\n')[1]).toContain(',2026-11-09,1.5,-1234.50');
  });

  it('leaves empty what a row does not say, whatever its names are', () => {
    const table = tableOf({ columns: [{ path: 'constructor.name', type: 'text', es: 'x', en: 'x' }] }, [{ row: {}, less: false }], 'en');
    expect([table.rows, table.totals]).toEqual([[['']], undefined]);
  });
});
