export const agreements = {
  name: 'Convenio',
  code: 'Código del convenio',
  groups: 'Grupos',
  group: 'Grupo profesional',
  search: 'Buscar por convenio o código',
  'new': 'Añadir una tabla salarial',
  add: 'Añadir filas',
  source: 'Publicación',
  sourceHint: 'Dónde se publicó, como BOP Pontevedra 12/03/2026.',
  weeklyHours: 'Horas semanales a jornada completa',
  rows: 'Salario mínimo anual por grupo',
  rowsHint: 'Una línea por grupo: grupo; importe anual. Se puede pegar de una hoja de cálculo. Sin importe, se quita la fila de ese día.',
  table: 'Tabla salarial',
  noTable: 'Ninguna',
  saved: 'La tabla de {{name}} está guardada.',
  short: {
    title: 'Por debajo de la tabla',
    text: 'Desde cada fecha ganan menos de lo que dice la tabla. Se mira hasta donde las nóminas pagan atrasos.',
    least: 'Según la tabla',
    own: 'Es su propio salario: lo sube otra persona.',
    raise: 'Subir a la tabla',
    raiseTitle: 'Subir a la tabla de {{name}}',
    raiseText:
      'Tendrán nuevas condiciones desde cada fecha; lo demás no cambia. Los meses ya pagados salen como atrasos en la próxima nómina.',
    raised: 'Cobran según la tabla de {{name}}.',
  },
  empty: {
    title: 'No hay tablas salariales',
    text: 'Copie la de su convenio con su publicación: ningún salario ni oferta de sus grupos quedará por debajo.',
  },
};
export const menu = { salaryTables: 'Tablas salariales' };
export const commands = { newSalaryTable: 'Añadir una tabla salarial' };
export const palette = { kinds: { 'salary-table': 'Tablas salariales' } };
export const records = {
  did: {
    createSalaryTable: 'Añadió la tabla salarial',
    addSalaryRows: 'Añadió filas a la tabla salarial',
    raiseToSalaryTable: 'Subió sueldos a la tabla salarial',
  },
};
export const fields = {
  messages: { 'must be hours of a week up to 40, such as 38.50': 'Escriba horas semanales, 40 como máximo. Por ejemplo, 38,5.' },
};
export const errors = {
  codes: {
    'salary-table_not_found': 'Esa tabla salarial no está. Elija otra.',
    salary_table_twice: 'Hay un grupo repetido. Déjelo una sola vez.',
    salary_table_nothing_there: 'Ese grupo no tiene fila de ese día que quitar. Indique su importe.',
    salary_table_changed: 'La tabla o esas condiciones han cambiado. Mire de nuevo quién queda por debajo.',
    salary_table_not_below: 'Esa persona no está por debajo de la tabla. Quítela de la lista.',
    salary_table_too_many: 'La tabla está llena. Cree otra para lo nuevo.',
    salary_table_no_row: 'La tabla no dice qué gana ese grupo ese día. Añada la fila con su publicación, o elija otro grupo o día.',
    payroll_below_table: 'No llega a la tabla salarial del convenio. Fije al menos eso, o revise el grupo y las horas.',
    pay_terms_hours: 'A tiempo parcial, indique las horas al mes y también las de la semana.',
  },
  figures: {
    salary_table_twice: '{{group}} está dos veces. Déjelo una sola vez.',
    salary_table_nothing_there: '{{group}} no tiene fila del {{day, date}} que quitar. Indique su importe.',
    salary_table_changed: '{{by}} ha cambiado la tabla o esas condiciones el {{at, time}}. Mire de nuevo quién queda por debajo.',
    salary_table_not_below: '{{name}} no está por debajo de {{table}}. Quite a esa persona de la lista.',
    salary_table_too_many: 'Una tabla tiene {{most, number}} filas como máximo. Cree otra para lo nuevo.',
    salary_table_no_row:
      '{{table}} no dice qué gana {{group}} el {{day, date}}. Añada la fila con su publicación, o elija otro grupo o día.',
    payroll_below_table:
      '{{annual, money}} al año no llega a los {{least, money}} de {{group}} el {{day, date}} ({{table}}, {{source}}). Fije al menos eso, o revise el grupo y las horas.',
  },
};

declare global {
  interface ConsoleTexts {
    agreements: typeof agreements;
  }
}
