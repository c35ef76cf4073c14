import type { Permission } from '#kernel/permission.ts';
import type { Span } from './span.ts';

export const FORMATS = ['csv', 'xlsx', 'pdf', 'zip'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * What a report is of: `now`; `day`: as of the last day of a span; `days`: days of the books, from the first of the fiscal year where a
 * span has none; `range`: documents dated in a span; `tax`, `taxYear`: a period of tax returns.
 */
type Of = 'now' | 'day' | 'days' | 'range' | 'tax' | 'taxYear';

const MONTHS = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter'] as const satisfies Span[];
const YEARS = ['thisYear', 'lastYear'] as const satisfies Span[];
/** Of what spans each may be, the usual one first. */
const SPANS_OF: Readonly<Record<Of, readonly Span[]>> = {
  now: [],
  day: ['yearToDate', 'yearToLastMonth', 'lastQuarter', 'lastYear'],
  days: ['yearToDate', 'yearToLastMonth', ...MONTHS],
  range: ['lastMonth', 'yesterday', 'lastWeek', 'thisMonth', 'thisQuarter', 'lastQuarter', ...YEARS],
  tax: ['lastQuarter', 'lastMonth', 'thisQuarter', 'thisMonth'],
  taxYear: ['lastYear', 'thisYear'],
};

/** Under which word reports are offered together. */
export const REPORT_AREAS = ['books', 'taxes', 'money', 'sales', 'stock'] as const;

interface ReportSpec {
  readonly area: (typeof REPORT_AREAS)[number];
  readonly es: string;
  readonly en: string;
  readonly of: Of;
  readonly formats: readonly Format[];
  /** What it takes beside looking at records. */
  readonly needs?: Permission;
}

const EXPORTS = { needs: 'books.export' } as const;
const SHEET = ['xlsx', 'pdf', 'csv'] as const;
const TABLE = ['xlsx', 'csv'] as const;
const books = (es: string, en: string, of: Of): ReportSpec => ({ area: 'books', es, en, of, formats: SHEET, ...EXPORTS });
const form = (es: string, en: string, of: Of = 'tax'): ReportSpec => ({ area: 'taxes', es, en, of, formats: ['pdf'], ...EXPORTS });
const file = (es: string, en: string, formats: readonly Format[]): ReportSpec => ({
  area: 'taxes',
  es,
  en,
  of: 'tax',
  formats,
  ...EXPORTS,
});
const table = (area: ReportSpec['area'], es: string, en: string, of: Of = 'now'): ReportSpec => ({ area, es, en, of, formats: TABLE });

/** Every report that can be mailed, in the order in which it is offered. What makes it is told in `shared/api/rule-reports.ts`. */
const SPECS = {
  'balance-sheet': books('Balance de situación', 'Balance sheet', 'day'),
  'income-statement': books('Cuenta de pérdidas y ganancias', 'Profit and loss', 'days'),
  'trial-balance': books('Balance de sumas y saldos', 'Trial balance', 'days'),
  'cash-flow': books('Estado de flujos de efectivo', 'Cash-flow statement', 'days'),
  journal: { area: 'books', es: 'Libro diario', en: 'Journal', of: 'range', formats: ['csv'], ...EXPORTS },
  'vat-books': file('Libros registro de IVA', 'VAT registers', ['xlsx']),
  'vat-issued': file('Libro registro de facturas expedidas', 'VAT register of invoices issued', ['csv']),
  'vat-received': file('Libro registro de facturas recibidas', 'VAT register of invoices received', ['csv']),
  'tax-303': form('Borrador del modelo 303 (IVA)', 'Draft of form 303 (VAT)'),
  'tax-111': form('Borrador del modelo 111 (retenciones)', 'Draft of form 111 (withholdings)'),
  'tax-115': form('Borrador del modelo 115 (alquileres)', 'Draft of form 115 (rents)'),
  'tax-349': form('Borrador del modelo 349 (intracomunitarias)', 'Draft of form 349 (trade within the EU)'),
  'tax-390': form('Borrador del modelo 390 (resumen de IVA)', 'Draft of form 390 (VAT of the year)', 'taxYear'),
  'tax-347': form('Borrador del modelo 347 (operaciones con terceros)', 'Draft of form 347 (business with third parties)', 'taxYear'),
  'tax-190': form('Borrador del modelo 190 (resumen de retenciones)', 'Draft of form 190 (withholdings of the year)', 'taxYear'),
  'tax-180': form('Borrador del modelo 180 (resumen de alquileres)', 'Draft of form 180 (rents of the year)', 'taxYear'),
  'adviser-zip': file('Todo lo del periodo para la asesoría', 'All of the period for the adviser', ['zip']),
  'receivables-ageing': { ...books('Antigüedad de saldos de clientes', 'Aged receivables', 'now'), area: 'money' },
  'payables-ageing': { ...books('Antigüedad de saldos de proveedores', 'Aged payables', 'now'), area: 'money' },
  'cash-position': table('money', 'Posición de tesorería', 'Cash position'),
  'cash-forecast': table('money', 'Previsión de tesorería a 13 semanas', 'Cash forecast of 13 weeks'),
  'overdue-invoices': table('money', 'Facturas vencidas sin cobrar', 'Overdue invoices'),
  'open-bills': table('money', 'Facturas de proveedores por pagar', 'Supplier bills to pay'),
  'payment-runs': table('money', 'Remesas de pagos y cobros en curso', 'Payment runs under way'),
  'bank-lines': table('money', 'Movimientos del banco sin conciliar', 'Bank lines not matched'),
  'unbilled-goods': table('money', 'Mercancía recibida pendiente de factura', 'Goods received, not billed'),
  'sales-by-customer': table('sales', 'Ventas por cliente', 'Sales by customer', 'range'),
  'sales-by-item': table('sales', 'Ventas por artículo', 'Sales by item', 'range'),
  'orders-to-ship': table('sales', 'Pedidos por enviar', 'Orders to ship'),
  'orders-waiting': table('sales', 'Pedidos en espera de mercancía', 'Orders waiting for goods'),
  'orders-to-invoice': table('sales', 'Pedidos por facturar', 'Orders to invoice'),
  stock: table('stock', 'Existencias y su valor', 'Stock and its value'),
  'stock-short': table('stock', 'Artículos en falta: por reponer', 'Items short: to reorder'),
} as const satisfies Readonly<Record<string, ReportSpec>>;

export type ReportName = keyof typeof SPECS;
export const REPORTS = Object.keys(SPECS) as [ReportName, ...ReportName[]];
export const reportSpec = (name: ReportName): ReportSpec => SPECS[name];

export const spansOf = (name: ReportName): readonly Span[] => SPANS_OF[SPECS[name].of];
/** The span that a report is of where none is told; undefined where it is of none. */
export const spanOf = (name: ReportName, span: Span | undefined): Span | undefined => span ?? spansOf(name)[0];

export const SPAN_WORDS: Readonly<Record<Span, { readonly es: string; readonly en: string }>> = {
  yearToDate: { es: 'ejercicio hasta hoy', en: 'fiscal year to date' },
  yearToLastMonth: { es: 'ejercicio hasta el mes anterior', en: 'fiscal year to last month' },
  yesterday: { es: 'ayer', en: 'yesterday' },
  lastWeek: { es: 'semana anterior', en: 'last week' },
  thisMonth: { es: 'este mes', en: 'this month' },
  lastMonth: { es: 'mes anterior', en: 'last month' },
  thisQuarter: { es: 'este trimestre', en: 'this quarter' },
  lastQuarter: { es: 'trimestre anterior', en: 'last quarter' },
  thisYear: { es: 'este año', en: 'this year' },
  lastYear: { es: 'año anterior', en: 'last year' },
};
