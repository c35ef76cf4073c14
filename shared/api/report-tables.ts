import type { TableColumn } from '#domain/automation/rules/report-table.ts';

/** Lists of the API that a table is made of. */
export interface ListSource {
  readonly door:
    | 'getCashForecast'
    | 'getCashPosition'
    | 'getUnbilledReceipts'
    | 'listBankLines'
    | 'listCreditNotes'
    | 'listInvoices'
    | 'listOrders'
    | 'listPaymentRuns'
    | 'listStock'
    | 'listSupplierBills';
  readonly query?: Readonly<Record<string, string>>;
  /** Where the answer has its rows. */
  readonly rows: string;
  /** The answer comes in pages. */
  readonly paged?: true;
  /** Rows stand in a row: each has what it stands in as `of`. */
  readonly within?: string;
  /** Takes away from what the others come to. */
  readonly less?: true;
  /** Is asked once for each of these; its rows have that one as `each`. */
  readonly per?: Per;
}

/** What a list is asked once for each of. */
export interface Per {
  readonly door: 'listWarehouses' | 'listBankAccounts';
  /** What each is known by, and the parameter that wants it. */
  readonly by: 'code' | 'id';
  readonly as: 'warehouse' | 'bankAccountId';
  readonly paged?: true;
}
const WAREHOUSES: Per = { door: 'listWarehouses', by: 'code', as: 'warehouse' };
const BANK_ACCOUNTS: Per = { door: 'listBankAccounts', by: 'id', as: 'bankAccountId', paged: true };

/** A report that is a table of what lists answer. */
export interface TableSource {
  readonly lists: readonly ListSource[];
  readonly columns: readonly TableColumn[];
  /** Rows that are alike in the first of these that they tell are one, with the sums of what has a total. */
  readonly group?: readonly string[];
  /** The largest first, by this column. */
  readonly largest?: string;
}

type Table = TableSource & { readonly by: 'table' };
const table = (lists: readonly ListSource[], columns: readonly TableColumn[], more: Partial<TableSource> = {}): Table => ({
  by: 'table',
  lists,
  columns,
  ...more,
});

const text = (path: string, es: string, en: string): TableColumn => ({ path, type: 'text', es, en });
const day = (path: string, es: string, en: string): TableColumn => ({ path, type: 'date', es, en });
const number = (path: string, es: string, en: string): TableColumn => ({ path, type: 'number', es, en });
const summed = (path: string, es: string, en: string): TableColumn => ({ path, type: 'number', es, en, total: true });
const money = (path: string, es: string, en: string): TableColumn => ({ path, type: 'money', es, en });
const total = (path: string, es: string, en: string): TableColumn => ({ path, type: 'money', es, en, total: true });

const NUMBER = text('number', 'Número', 'Number');
const DATE = day('date', 'Fecha', 'Date');
const CUSTOMER = text('customerName', 'Cliente', 'Customer');
const OPEN = total('open', 'Pendiente', 'Open');

const orders = (awaits: string): Table =>
  table(
    [{ door: 'listOrders', query: { awaits, order: 'asc' }, rows: 'items', paged: true }],
    [
      NUMBER,
      DATE,
      CUSTOMER,
      text('warehouse', 'Almacén', 'Warehouse'),
      text('reference', 'Referencia', 'Reference'),
      total('totals.net', 'Base', 'Net'),
      total('totals.gross', 'Total', 'Gross'),
    ],
  );

/** Invoices of a span, less credit notes. */
const sold = (within?: string): readonly ListSource[] => [
  { door: 'listInvoices', rows: 'items', paged: true, ...(within ? { within } : {}) },
  { door: 'listCreditNotes', rows: 'items', paged: true, less: true, ...(within ? { within } : {}) },
];

const STOCK: readonly TableColumn[] = [
  text('code', 'Código', 'Code'),
  text('name', 'Artículo', 'Item'),
  text('warehouse', 'Almacén', 'Warehouse'),
  number('onHand', 'Existencias', 'On hand'),
  number('reserved', 'Reservado', 'Reserved'),
  number('backordered', 'En espera', 'Back-ordered'),
  number('available', 'Disponible', 'Available'),
];

/** Reports that are tables: from where their rows come, and what stands in each column. */
export const REPORT_TABLES = {
  'cash-position': table(
    [{ door: 'getCashPosition', rows: 'accounts' }],
    [text('account', 'Cuenta', 'Account'), text('name', 'Nombre', 'Name'), total('balance', 'Saldo', 'Balance')],
  ),
  'cash-forecast': table(
    [{ door: 'getCashForecast', query: { weeks: '13' }, rows: 'weeks' }],
    [
      day('from', 'Desde', 'From'),
      day('to', 'Hasta', 'To'),
      total('receivables.expected', 'Cobros previstos', 'Receipts expected'),
      total('bills', 'Facturas de proveedores', 'Supplier bills'),
      total('paymentRuns', 'Remesas', 'Payment runs'),
      total('recurring', 'Recurrentes', 'Recurring'),
      total('taxes', 'Impuestos', 'Taxes'),
      money('closing.low', 'Saldo bajo', 'Closing, low'),
      money('closing.expected', 'Saldo previsto', 'Closing, expected'),
      money('closing.high', 'Saldo alto', 'Closing, high'),
    ],
  ),
  'overdue-invoices': table(
    [{ door: 'listInvoices', query: { state: 'overdue', order: 'asc' }, rows: 'items', paged: true }],
    [
      NUMBER,
      DATE,
      text('customer.name', 'Cliente', 'Customer'),
      day('dueDate', 'Vencimiento', 'Due date'),
      number('daysOverdue', 'Días de retraso', 'Days late'),
      number('reminders', 'Recordatorios', 'Reminders'),
      total('totals.gross', 'Total', 'Gross'),
      OPEN,
    ],
  ),
  'open-bills': table(
    [{ door: 'listSupplierBills', query: { state: 'waiting,open,overdue', order: 'asc' }, rows: 'items', paged: true }],
    [
      NUMBER,
      text('reference', 'Su número', 'Their number'),
      text('supplierName', 'Proveedor', 'Supplier'),
      DATE,
      day('dueDate', 'Vencimiento', 'Due date'),
      number('daysOverdue', 'Días de retraso', 'Days late'),
      total('payable', 'A pagar', 'Payable'),
      OPEN,
    ],
  ),
  'payment-runs': table(
    [{ door: 'listPaymentRuns', query: { state: 'proposed,approved,sent,executing', order: 'asc' }, rows: 'items', paged: true }],
    [
      NUMBER,
      { ...text('kind', 'Tipo', 'Kind'), words: { transfer: ['transferencias', 'transfers'], debit: ['adeudos', 'direct debits'] } },
      {
        ...text('state', 'Estado', 'State'),
        words: {
          proposed: ['por aprobar', 'to approve'],
          approved: ['aprobada', 'approved'],
          sent: ['en el banco', 'at the bank'],
          executing: ['contabilizándose', 'being posted'],
        },
      },
      day('date', 'Fecha de ejecución', 'Execution date'),
      text('account', 'Cuenta', 'Account'),
      number('count', 'Pagos', 'Payments'),
      total('total', 'Importe', 'Amount'),
    ],
  ),
  'bank-lines': table(
    [{ door: 'listBankLines', query: { state: 'open', order: 'asc' }, rows: 'items', paged: true, per: BANK_ACCOUNTS }],
    [
      text('each.name', 'Banco', 'Bank account'),
      NUMBER,
      DATE,
      text('text', 'Concepto', 'Text'),
      text('partyName', 'Titular', 'Party'),
      money('amount', 'Importe', 'Amount'),
      text('amount.currency', 'Moneda', 'Currency'),
    ],
  ),
  'unbilled-goods': table(
    [{ door: 'getUnbilledReceipts', rows: 'lines' }],
    [
      text('number', 'Entrada', 'Receipt'),
      DATE,
      text('supplierName', 'Proveedor', 'Supplier'),
      text('code', 'Código', 'Code'),
      text('name', 'Artículo', 'Item'),
      number('left', 'Pendiente', 'Not billed'),
      number('days', 'Días', 'Days'),
      total('value', 'Valor', 'Value'),
    ],
  ),
  'sales-by-customer': table(
    sold(),
    [
      text('customer.taxId', 'NIF', 'Tax id'),
      text('customer.name', 'Cliente', 'Customer'),
      total('totals.net', 'Base', 'Net'),
      total('totals.tax', 'IVA', 'VAT'),
      total('totals.gross', 'Total', 'Gross'),
    ],
    { group: ['customerId'], largest: 'totals.net' },
  ),
  'sales-by-item': table(
    sold('lines'),
    [
      text('code', 'Código', 'Code'),
      text('name', 'Artículo', 'Item'),
      summed('quantity', 'Cantidad', 'Quantity'),
      total('net', 'Base', 'Net'),
    ],
    { group: ['code', 'name'], largest: 'net' },
  ),
  'orders-to-ship': orders('ship'),
  'orders-waiting': orders('goods'),
  'orders-to-invoice': orders('invoice'),
  stock: table(
    [{ door: 'listStock', rows: 'items', paged: true, per: WAREHOUSES }],
    [...STOCK, number('averageCost', 'Coste medio', 'Average cost'), total('value', 'Valor', 'Value')],
  ),
  'stock-short': table([{ door: 'listStock', query: { short: 'true' }, rows: 'items', paged: true, per: WAREHOUSES }], STOCK),
} as const;
