export const gestoria = {
  title: 'Qué necesita la gestoría',
  codes: 'Códigos',
  name: 'Gestoría',
  company: 'Código de la empresa',
  concepts: 'Códigos de los conceptos',
  employees: 'Códigos de los empleados',
  accounts: 'Cuentas de cotización',
  accountsText: 'Una por línea; tras dos puntos, sus centros de trabajo separados por comas.',
  dimension: 'Dimensión de los departamentos',
  dimensionText: 'Vacío: departamento.',
  none: 'Sin indicar',
  edit: 'Cambiar códigos y cuentas',
  saved: 'Los códigos y cuentas están guardados.',
  run: 'La nómina con sus códigos',
  missing_one: 'Falta {{count}} código: {{names}}.',
  missing_many: 'Faltan {{count}} códigos: {{names}}.',
  missing_other: 'Faltan {{count}} códigos: {{names}}.',
  save: 'Descargar en {{format}}',
  compare: 'Comparar con su fichero (CSV)',
  compared: '{{rows}} líneas suyas frente a {{people}} nóminas, por {{by}}, {{at}}.',
  unknown: 'Códigos que nadie conoce: {{names}}.',
  same: 'Coincide todo, al céntimo.',
  ours: 'Aquí',
  theirs: 'Gestoría',
  policies: {
    title: 'Cómo se calcula',
    edit: 'Cambiar cómo se calcula',
    saved: 'Se calcula así desde ahora.',
    rateRounding: 'Tipo de retención, más allá de dos decimales',
    holidayRounding: 'Días de vacaciones de un finiquito',
    dailyDivisor: 'Salario de un día de indemnización: el del año entre',
    severanceMonths: 'Meses de antigüedad de una indemnización',
    hours: 'Base mínima por hora a tiempo parcial',
    hoursText:
      'Una línea por año: año; importe; dónde se publicó. Sin ella, no se calcula un mes por debajo de la base mínima de jornada completa.',
    concepts: 'Conceptos propios: si cotizan y tributan',
    conceptsText:
      'Una línea por concepto: nombre como en las variables; desde qué mes (2026-01); cotiza (sí o no); tributa (sí o no); hasta qué importe al mes, o nada si es todo; norma. Lo que pase del importe cotiza y tributa. Sin línea, vale lo que diga la clase de cada variable.',
    free: { contribution: 'no cotiza', tax: 'no tributa' },
    yes: 'sí',
    no: 'no',
    values: {
      truncate: 'Se suprimen',
      'half-up': 'Se redondean',
      exact: 'Con sus fracciones',
      'half-day': 'Por medios días',
      'whole-day': 'Por días enteros',
      365: '365',
      360: '360',
      started: 'El mes empezado cuenta entero',
      days: 'Por días',
    },
  },
  conceptNames: {
    salary: 'Salario',
    'extra-pay': 'Paga extra',
    'sick-pay': 'Incapacidad temporal',
    bonus: 'Incentivo',
    commission: 'Comisión',
    overtime: 'Horas extraordinarias',
    'overtime-force-majeure': 'Horas extraordinarias por fuerza mayor',
    'in-kind': 'Retribución en especie',
    allowance: 'Dieta',
    'sick-improvement': 'Mejora de la incapacidad temporal',
    worker: 'Cotización del trabajador',
    withheld: 'Retención de IRPF',
    advance: 'Anticipo',
    garnished: 'Embargo',
    net: 'Líquido',
    company: 'Cotización de la empresa',
  },
} as const;

export const menu = { gestoria: 'Gestoría' };
export const records = { did: { putGestoriaComparison: 'Comparó con la gestoría' } };
export const errors = {
  codes: {
    gestoria_codes_missing: 'Faltan códigos de la gestoría. Póngalos en su página.',
    gestoria_file: 'La primera línea debe nombrar empleado, concepto e importe, y cada línea llevar un importe. Revise el fichero.',
  },
};

declare global {
  interface ConsoleTexts {
    gestoria: typeof gestoria;
  }
}
