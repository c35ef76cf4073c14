import * as z from 'zod/mini';
import type { IsoDate } from '#kernel/date.ts';

export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

export const Account = z.object({
  code: z.string(),
  /** In Spanish, as the law names it. */
  name: z.string(),
  nameEn: z.string(),
  type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
  /** First day that entries may use it. */
  validFrom: z.string(),
});
export type Account = Readonly<z.output<typeof Account>>;

/** First day of this edition of the chart: RD 1514/2007, disposición final tercera. */
export const PGC_VALID_FROM: IsoDate = '2008-01-01';

/** Lines of `code | name | English name`, with their type and first day. */
type Rows = readonly [type: AccountType, text: string, validFrom?: IsoDate];

/** Pure, and marked so: a bundle that looks up no account leaves the chart out. */
const chartOf = (parts: readonly Rows[]): Account[] =>
  parts
    .flatMap(([type, text, validFrom = PGC_VALID_FROM]) =>
      text
        .trim()
        .split('\n')
        .map((line) => {
          const [code = '', name = '', nameEn = ''] = line.split('|').map((part) => part.trim());
          return { code, name, nameEn, type, validFrom };
        }),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));

export const byCode = <T extends { readonly code: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.code, row]));

/**
 * Plan General de Contabilidad (RD 1514/2007, part four), the accounts that a small trading or service company uses.
 * Four-digit codes are the PGC's own, but for 4650, 5550, 6108, 6109, 6689, 7460, 7461 and 7689, subaccounts that the PGC leaves to the company. What lowers
 * an asset (280, 390, 490…) is of its type, with a credit balance; so is 708 among the income.
 */
export const PGC: readonly Account[] = /* @__PURE__ */ chartOf([
  [
    'equity',
    `
    100  | Capital social | Share capital
    102  | Capital | Capital of an unincorporated owner
    110  | Prima de emisión o asunción | Share premium
    112  | Reserva legal | Legal reserve
    113  | Reservas voluntarias | Voluntary reserves
    118  | Aportaciones de socios o propietarios | Contributions from owners
    120  | Remanente | Retained earnings
    121  | Resultados negativos de ejercicios anteriores | Losses of earlier years
    129  | Resultado del ejercicio | Result of the year
    130  | Subvenciones oficiales de capital | Capital grants
    557  | Dividendo activo a cuenta | Interim dividend`,
  ],
  [
    'liability',
    `
    142  | Provisión para otras responsabilidades | Provision for other liabilities
    170  | Deudas a largo plazo con entidades de crédito | Long-term bank loans
    171  | Deudas a largo plazo | Long-term debts
    173  | Proveedores de inmovilizado a largo plazo | Long-term suppliers of fixed assets
    180  | Fianzas recibidas a largo plazo | Long-term deposits received`,
  ],
  [
    'asset',
    `
    200  | Investigación | Research
    203  | Propiedad industrial | Industrial property
    204  | Fondo de comercio | Goodwill
    205  | Derechos de traspaso | Leasehold rights
    206  | Aplicaciones informáticas | Software
    210  | Terrenos y bienes naturales | Land
    211  | Construcciones | Buildings
    212  | Instalaciones técnicas | Technical installations
    213  | Maquinaria | Machinery
    214  | Utillaje | Tools
    215  | Otras instalaciones | Other installations
    216  | Mobiliario | Furniture
    217  | Equipos para procesos de información | Computer equipment
    218  | Elementos de transporte | Vehicles
    219  | Otro inmovilizado material | Other tangible fixed assets
    220  | Inversiones en terrenos y bienes naturales | Investment property: land
    221  | Inversiones en construcciones | Investment property: buildings
    260  | Fianzas constituidas a largo plazo | Long-term deposits given
    280  | Amortización acumulada del inmovilizado intangible | Accumulated amortisation of intangibles
    281  | Amortización acumulada del inmovilizado material | Accumulated depreciation of tangibles
    282  | Amortización acumulada de las inversiones inmobiliarias | Accumulated depreciation of investment property
    290  | Deterioro de valor del inmovilizado intangible | Impairment of intangibles
    291  | Deterioro de valor del inmovilizado material | Impairment of tangibles
    292  | Deterioro de valor de las inversiones inmobiliarias | Impairment of investment property
    300  | Mercaderías | Goods for resale
    310  | Materias primas | Raw materials
    320  | Elementos y conjuntos incorporables | Components
    326  | Embalajes | Packing
    330  | Productos en curso | Work in progress
    350  | Productos terminados | Finished goods
    390  | Deterioro de valor de las mercaderías | Impairment of goods for resale`,
  ],
  [
    'liability',
    `
    400  | Proveedores | Suppliers
    4004 | Proveedores (moneda extranjera) | Suppliers (foreign currency)
    4009 | Proveedores, facturas pendientes de recibir o de formalizar | Goods received, not yet invoiced
    401  | Proveedores, efectos comerciales a pagar | Suppliers, bills payable
    410  | Acreedores por prestaciones de servicios | Creditors for services
    4104 | Acreedores por prestaciones de servicios (moneda extranjera) | Creditors for services (foreign currency)
    411  | Acreedores, efectos comerciales a pagar | Creditors, bills payable`,
  ],
  [
    'asset',
    `
    407  | Anticipos a proveedores | Advances to suppliers
    430  | Clientes | Customers
    4304 | Clientes (moneda extranjera) | Customers (foreign currency)
    431  | Clientes, efectos comerciales a cobrar | Customers, bills receivable
    436  | Clientes de dudoso cobro | Doubtful customers`,
  ],
  [
    'liability',
    `
    438  | Anticipos de clientes | Advances from customers`,
  ],
  [
    'asset',
    `
    440  | Deudores | Debtors
    460  | Anticipos de remuneraciones | Advances on pay
    470  | Hacienda Pública, deudora por diversos conceptos | Tax authority, receivable
    4700 | Hacienda Pública, deudora por IVA | Tax authority, VAT receivable
    4709 | Hacienda Pública, deudora por devolución de impuestos | Tax authority, refunds receivable
    471  | Organismos de la Seguridad Social, deudores | Social security, receivable
    472  | Hacienda Pública, IVA soportado | Input VAT
    473  | Hacienda Pública, retenciones y pagos a cuenta | Withholdings and payments on account
    474  | Activos por impuesto diferido | Deferred tax assets
    4740 | Activos por diferencias temporarias deducibles | Deferred tax assets: deductible differences
    4742 | Derechos por deducciones y bonificaciones pendientes de aplicar | Deferred tax assets: unused deductions
    4745 | Crédito por pérdidas a compensar del ejercicio | Deferred tax assets: losses to offset
    490  | Deterioro de valor de créditos por operaciones comerciales | Impairment of trade receivables`,
  ],
  [
    'liability',
    `
    465  | Remuneraciones pendientes de pago | Pay payable
    4650 | Gastos de empleados pendientes de pago | Employees' expenses payable
    475  | Hacienda Pública, acreedora por conceptos fiscales | Tax authority, payable
    4750 | Hacienda Pública, acreedora por IVA | Tax authority, VAT payable
    4751 | Hacienda Pública, acreedora por retenciones practicadas | Tax authority, withholdings payable
    4752 | Hacienda Pública, acreedora por impuesto sobre sociedades | Corporate income tax payable
    476  | Organismos de la Seguridad Social, acreedores | Social security, payable
    477  | Hacienda Pública, IVA repercutido | Output VAT
    479  | Pasivos por diferencias temporarias imponibles | Deferred tax liabilities
    485  | Ingresos anticipados | Deferred income
    499  | Provisiones por operaciones comerciales | Provisions for trade operations`,
  ],
  [
    'asset',
    `
    480  | Gastos anticipados | Prepaid expenses
    542  | Créditos a corto plazo | Short-term loans given
    543  | Créditos a corto plazo por enajenación de inmovilizado | Receivables for the sale of fixed assets
    548  | Imposiciones a corto plazo | Short-term deposits at banks`,
  ],
  [
    'liability',
    `
    520  | Deudas a corto plazo con entidades de crédito | Short-term bank loans
    521  | Deudas a corto plazo | Short-term debts
    523  | Proveedores de inmovilizado a corto plazo | Short-term suppliers of fixed assets
    526  | Dividendo activo a pagar | Dividend payable
    551  | Cuenta corriente con socios y administradores | Current account with owners
    555  | Partidas pendientes de aplicación | Items pending application
    5550 | Partidas pendientes de aplicación: existencias iniciales | Items pending application: opening stock
    560  | Fianzas recibidas a corto plazo | Short-term deposits received`,
  ],
  [
    'asset',
    `
    565  | Fianzas constituidas a corto plazo | Short-term deposits given
    570  | Caja, euros | Cash
    572  | Bancos e instituciones de crédito c/c vista, euros | Banks
    573  | Bancos e instituciones de crédito c/c vista, moneda extranjera | Banks, foreign currency`,
  ],
  [
    'expense',
    `
    600  | Compras de mercaderías | Purchases of goods for resale
    601  | Compras de materias primas | Purchases of raw materials
    602  | Compras de otros aprovisionamientos | Purchases of other supplies
    606  | Descuentos sobre compras por pronto pago | Discounts on purchases
    607  | Trabajos realizados por otras empresas | Subcontracted work
    608  | Devoluciones de compras | Purchase returns
    609  | «Rappels» por compras | Volume rebates on purchases
    610  | Variación de existencias de mercaderías | Change in stock: cost of goods sold
    6108 | Diferencias de precio en compras | Purchase price differences
    6109 | Mermas y ajustes de existencias | Stock losses and adjustments
    611  | Variación de existencias de materias primas | Change in stock of raw materials
    612  | Variación de existencias de otros aprovisionamientos | Change in stock of other supplies
    621  | Arrendamientos y cánones | Rent
    622  | Reparaciones y conservación | Repairs
    623  | Servicios de profesionales independientes | Professional services
    624  | Transportes | Transport
    625  | Primas de seguros | Insurance
    626  | Servicios bancarios y similares | Bank charges
    627  | Publicidad, propaganda y relaciones públicas | Advertising
    628  | Suministros | Utilities
    629  | Otros servicios | Other services
    630  | Impuesto sobre beneficios | Income tax
    6300 | Impuesto corriente | Current income tax
    6301 | Impuesto diferido | Deferred income tax
    631  | Otros tributos | Other taxes
    634  | Ajustes negativos en la imposición indirecta | Negative adjustments in indirect taxes
    6341 | Ajustes negativos en IVA de activo corriente | Negative adjustments in VAT of current assets
    6342 | Ajustes negativos en IVA de inversiones | Negative adjustments in VAT of investments
    639  | Ajustes positivos en la imposición indirecta | Positive adjustments in indirect taxes
    6391 | Ajustes positivos en IVA de activo corriente | Positive adjustments in VAT of current assets
    6392 | Ajustes positivos en IVA de inversiones | Positive adjustments in VAT of investments
    640  | Sueldos y salarios | Wages and salaries
    641  | Indemnizaciones | Severance pay
    642  | Seguridad Social a cargo de la empresa | Employer's social security
    649  | Otros gastos sociales | Other staff costs
    650  | Pérdidas de créditos comerciales incobrables | Bad debts
    659  | Otras pérdidas en gestión corriente | Other operating losses
    662  | Intereses de deudas | Interest on debts
    665  | Intereses por descuento de efectos | Discounting charges
    668  | Diferencias negativas de cambio | Exchange losses
    6689 | Diferencias negativas de cambio de tesorería | Exchange losses on cash
    669  | Otros gastos financieros | Other financial expenses
    670  | Pérdidas procedentes del inmovilizado intangible | Losses on intangible fixed assets
    671  | Pérdidas procedentes del inmovilizado material | Losses on tangible fixed assets
    672  | Pérdidas procedentes de las inversiones inmobiliarias | Losses on investment property
    678  | Gastos excepcionales | Exceptional expenses
    680  | Amortización del inmovilizado intangible | Amortisation of intangibles
    681  | Amortización del inmovilizado material | Depreciation of tangibles
    682  | Amortización de las inversiones inmobiliarias | Depreciation of investment property
    690  | Pérdidas por deterioro del inmovilizado intangible | Impairment of intangibles
    691  | Pérdidas por deterioro del inmovilizado material | Impairment of tangibles
    692  | Pérdidas por deterioro de las inversiones inmobiliarias | Impairment of investment property
    693  | Pérdidas por deterioro de existencias | Impairment of stock
    6930 | Pérdidas por deterioro de productos terminados y en curso de fabricación | Impairment of finished goods and work in progress
    6931 | Pérdidas por deterioro de mercaderías | Impairment of goods for resale
    6932 | Pérdidas por deterioro de materias primas | Impairment of raw materials
    6933 | Pérdidas por deterioro de otros aprovisionamientos | Impairment of other supplies
    694  | Pérdidas por deterioro de créditos comerciales | Impairment of receivables
    695  | Dotación a la provisión por operaciones comerciales | Provision for trade operations, charge`,
  ],
  [
    'income',
    `
    700  | Ventas de mercaderías | Sales of goods
    701  | Ventas de productos terminados | Sales of finished goods
    705  | Prestaciones de servicios | Services
    706  | Descuentos sobre ventas por pronto pago | Discounts on sales
    708  | Devoluciones de ventas y operaciones similares | Sales returns
    709  | «Rappels» sobre ventas | Volume rebates on sales
    710  | Variación de existencias de productos en curso | Change in work in progress
    712  | Variación de existencias de productos terminados | Change in stock of finished goods
    740  | Subvenciones a la explotación | Operating grants
    746  | Subvenciones de capital transferidas al resultado del ejercicio | Capital grants released to income
    7460 | Subvenciones de capital transferidas: inmovilizado no financiero y otras | Capital grants released: non-financial assets and other
    7461 | Subvenciones de capital transferidas: de carácter financiero | Capital grants released: financial
    752  | Ingresos por arrendamientos | Rental income
    754  | Ingresos por comisiones | Commission income
    755  | Ingresos por servicios al personal | Income from services to staff
    759  | Ingresos por servicios diversos | Other services
    762  | Ingresos de créditos | Interest income
    768  | Diferencias positivas de cambio | Exchange gains
    7689 | Diferencias positivas de cambio de tesorería | Exchange gains on cash
    769  | Otros ingresos financieros | Other financial income
    770  | Beneficios procedentes del inmovilizado intangible | Gains on intangible fixed assets
    771  | Beneficios procedentes del inmovilizado material | Gains on tangible fixed assets
    772  | Beneficios procedentes de las inversiones inmobiliarias | Gains on investment property
    778  | Ingresos excepcionales | Exceptional income
    790  | Reversión del deterioro del inmovilizado intangible | Reversal of impairment of intangibles
    791  | Reversión del deterioro del inmovilizado material | Reversal of impairment of tangibles
    792  | Reversión del deterioro de las inversiones inmobiliarias | Reversal of impairment of investment property
    793  | Reversión del deterioro de existencias | Reversal of stock impairment
    7930 | Reversión del deterioro de productos terminados y en curso de fabricación | Reversal of impairment of finished goods and work in progress
    7931 | Reversión del deterioro de mercaderías | Reversal of impairment of goods for resale
    7932 | Reversión del deterioro de materias primas | Reversal of impairment of raw materials
    7933 | Reversión del deterioro de otros aprovisionamientos | Reversal of impairment of other supplies
    794  | Reversión del deterioro de créditos comerciales | Reversal of impairment of receivables`,
  ],
]);

const BY_CODE = /* @__PURE__ */ byCode(PGC);
export const pgcAccount = (code: string): Account | undefined => BY_CODE.get(code);
