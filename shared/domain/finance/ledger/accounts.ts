/**
 * The accounts that automatic postings use, by role. Codes are those of the Spanish chart (PGC, RD 1514/2007, part
 * four), with subaccounts where the PGC leaves room.
 */
export const ACCOUNT = {
  /** 430 Clientes: open invoices less unapplied credits. */
  receivable: '430',
  /** 400 Proveedores: open bills for goods less unapplied payments and credit notes. */
  payable: '400',
  /** 410 Acreedores por prestaciones de servicios: the same for services. */
  servicesPayable: '410',
  /** 4650 Gastos de empleados pendientes de pago, of 465 Remuneraciones pendientes de pago: what they paid for the company. */
  expensesPayable: '4650',
  /** 438 Anticipos de clientes: what was charged before it was sold. */
  advances: '438',
  /** 472 H.P. IVA soportado. */
  vatInput: '472',
  /** 4700 H.P. deudora por IVA, 4709 por devolución, and 4750 H.P. acreedora por IVA: what returns leave. */
  vatReceivable: '4700',
  refundsReceivable: '4709',
  vatPayable: '4750',
  /** 473 H.P. retenciones y pagos a cuenta: what customers kept back. */
  withheldBySales: '473',
  /** 4751 H.P. acreedora por retenciones practicadas. */
  withheld: '4751',
  /** 600 Compras de mercaderías, and 608 what of them went back. */
  purchases: '600',
  purchaseReturns: '608',
  /** 6341 Ajustes negativos en IVA de activo corriente, and 6342 de inversiones; 6391 and 6392 the positive ones. */
  vatAdjustedLoss: '6341',
  vatAdjustedInvestmentLoss: '6342',
  vatAdjustedGain: '6391',
  vatAdjustedInvestmentGain: '6392',
  /** 477 H.P. IVA repercutido. */
  vatOutput: '477',
  /** 700 Ventas de mercaderías. */
  sales: '700',
  /** 705 Prestaciones de servicios. */
  services: '705',
  /** 708 Devoluciones de ventas y operaciones similares. */
  salesReturns: '708',
  /** 300 Mercaderías: perpetual inventory. */
  stock: '300',
  /** 610 Variación de existencias de mercaderías: cost of goods sold. */
  costOfSales: '610',
  /** 6109 Mermas y ajustes de existencias: losses and gains found by counting. */
  stockAdjustments: '6109',
  /** 6108 Diferencias de precio en compras: what suppliers bill above or below the cost at which goods came in. */
  priceDifferences: '6108',
  /** 4009 Proveedores, facturas pendientes de recibir o de formalizar. */
  goodsReceivedNotInvoiced: '4009',
  /** 5550 Partidas pendientes de aplicación: counter-account of opening stock. */
  openingStock: '5550',
  /** 570 Caja, euros. */
  cash: '570',
  /** 572 Bancos e instituciones de crédito c/c vista, euros. */
  bank: '572',
  /** 573 Bancos e instituciones de crédito c/c vista, moneda extranjera. */
  bankAbroad: '573',
  /** 626 Servicios bancarios y similares. */
  bankCharges: '626',
  /** 668 Diferencias negativas de cambio, and 768 positivas. */
  exchangeLoss: '668',
  exchangeGain: '768',
  /** 6689 and 7689: those of bank accounts, which the cash-flow statement shows apart. */
  cashExchangeLoss: '6689',
  cashExchangeGain: '7689',
  /** 669/769: rounding between tax-inclusive prices and their tax (EN 16931 BT-114). */
  roundingLoss: '669',
  roundingGain: '769',
} as const;

/** Accounts that a sub-ledger keeps: only documents post to them, so that both always agree. */
export const CONTROL_ACCOUNTS: ReadonlySet<string> = new Set([
  ACCOUNT.receivable,
  ACCOUNT.stock,
  ACCOUNT.payable,
  ACCOUNT.servicesPayable,
  ACCOUNT.expensesPayable,
]);

/** Where what a month's end changes the value of open items in foreign currencies by stands, beside the account of the items. */
export const VALUATION_ACCOUNTS: Readonly<Record<string, string>> = {
  [ACCOUNT.receivable]: '4304',
  [ACCOUNT.payable]: '4004',
  [ACCOUNT.servicesPayable]: '4104',
};
