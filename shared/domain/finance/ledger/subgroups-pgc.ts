import { type AccountType, byCode } from './chart-pgc.ts';

/** A heading of two digits: nothing posts to it; a company may add accounts below it. */
export interface Subgroup {
  readonly code: string;
  readonly name: string;
  /** What an account below it most often is; where a subgroup holds both (47, 55), the account says. */
  readonly type: AccountType;
}

const subgroupsOf = (parts: readonly (readonly [type: AccountType, text: string])[]): Subgroup[] =>
  parts.flatMap(([type, text]) =>
    text
      .trim()
      .split('\n')
      .map((line) => {
        const [code = '', name = ''] = line.split('|').map((part) => part.trim());
        return { code, name, type };
      }),
  );

/** The subgroups of groups 1 to 7 of the Plan General de Contabilidad (RD 1514/2007, part four). */
export const SUBGROUPS: readonly Subgroup[] = /* @__PURE__ */ subgroupsOf([
  [
    'equity',
    `
    10 | Capital
    11 | Reservas y otros instrumentos de patrimonio
    12 | Resultados pendientes de aplicación
    13 | Subvenciones, donaciones y ajustes por cambios de valor
    19 | Situaciones transitorias de financiación`,
  ],
  [
    'liability',
    `
    14 | Provisiones
    15 | Deudas a largo plazo con características especiales
    16 | Deudas a largo plazo con partes vinculadas
    17 | Deudas a largo plazo por préstamos recibidos, empréstitos y otros conceptos
    18 | Pasivos por fianzas, garantías y otros conceptos a largo plazo
    40 | Proveedores
    41 | Acreedores varios
    46 | Personal
    47 | Administraciones Públicas
    50 | Empréstitos, deudas con características especiales y otras emisiones análogas a corto plazo
    51 | Deudas a corto plazo con partes vinculadas
    52 | Deudas a corto plazo por préstamos recibidos y otros conceptos
    55 | Otras cuentas no bancarias
    56 | Fianzas y depósitos recibidos y constituidos a corto plazo y ajustes por periodificación`,
  ],
  [
    'asset',
    `
    20 | Inmovilizaciones intangibles
    21 | Inmovilizaciones materiales
    22 | Inversiones inmobiliarias
    23 | Inmovilizaciones materiales en curso
    24 | Inversiones financieras a largo plazo en partes vinculadas
    25 | Otras inversiones financieras a largo plazo
    26 | Fianzas y depósitos constituidos a largo plazo
    28 | Amortización acumulada del inmovilizado
    29 | Deterioro de valor de activos no corrientes
    30 | Comerciales
    31 | Materias primas
    32 | Otros aprovisionamientos
    33 | Productos en curso
    34 | Productos semiterminados
    35 | Productos terminados
    36 | Subproductos, residuos y materiales recuperados
    39 | Deterioro de valor de las existencias
    43 | Clientes
    44 | Deudores varios
    48 | Ajustes por periodificación
    49 | Deterioro de valor de créditos comerciales y provisiones a corto plazo
    53 | Inversiones financieras a corto plazo en partes vinculadas
    54 | Otras inversiones financieras a corto plazo
    57 | Tesorería
    58 | Activos no corrientes mantenidos para la venta y activos y pasivos asociados
    59 | Deterioro del valor de inversiones financieras a corto plazo y de activos no corrientes mantenidos para la venta`,
  ],
  [
    'expense',
    `
    60 | Compras
    61 | Variación de existencias
    62 | Servicios exteriores
    63 | Tributos
    64 | Gastos de personal
    65 | Otros gastos de gestión
    66 | Gastos financieros
    67 | Pérdidas procedentes de activos no corrientes y gastos excepcionales
    68 | Dotaciones para amortizaciones
    69 | Pérdidas por deterioro y otras dotaciones`,
  ],
  [
    'income',
    `
    70 | Ventas de mercaderías, de producción propia, de servicios, etc.
    71 | Variación de existencias
    73 | Trabajos realizados para la empresa
    74 | Subvenciones, donaciones y legados
    75 | Otros ingresos de gestión
    76 | Ingresos financieros
    77 | Beneficios procedentes de activos no corrientes e ingresos excepcionales
    79 | Excesos y aplicaciones de provisiones y de pérdidas por deterioro`,
  ],
]);

const BY_CODE = /* @__PURE__ */ byCode(SUBGROUPS);

/** The subgroup that a code falls into: 212 → 21. */
export const subgroupOf = (code: string): Subgroup | undefined => BY_CODE.get(code.slice(0, 2));
