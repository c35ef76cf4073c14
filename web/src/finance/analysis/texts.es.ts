export const analysis = {
  meaning:
    'Centros de coste, proyectos y otras formas de mirar el resultado. Se indican en las líneas de los asientos, los pedidos, las facturas y las facturas de proveedor.',
  empty: 'Todavía no hay ninguna dimensión. Cree una, por ejemplo «Centro de coste», con sus valores.',
  column: 'Analítica',
  defaultsText: 'La toman las líneas que no indiquen otra cosa; la del artículo va antes que la del cliente.',
  dimension: 'Dimensión',
  new: 'Nueva dimensión',
  code: 'Código',
  codeHint: 'Como la nombran los asientos: centro, proyecto.',
  name: 'Nombre',
  values: 'Valores',
  valuesHint: 'Uno por línea: el código y después el nombre, como «MAD Madrid». Un guion delante: ya no se usa.',
  edit: {
    action: 'Modificar',
    title: 'Modificar {{name}}',
    save: 'Guardar',
    lacking: 'Escriba el código, el nombre y al menos un valor.',
    done: 'Se ha guardado {{name}}.',
  },
  from: 'Desde',
  to: 'Hasta',
  year: 'Ejercicio',
  income: 'Ingresos',
  expenses: 'Gastos',
  result: 'Resultado',
  unassigned: 'Sin asignar',
  total: 'Resultado de los libros',
  budget: {
    meaning: 'Lo que se quiere ingresar y gastar, por cuentas de los grupos 6 y 7, junto a lo contabilizado.',
    empty: 'Este ejercicio todavía no tiene presupuesto. Añada una línea por cada cuenta.',
    add: 'Añadir línea',
    edit: 'Modificar la línea {{account}}',
    line: 'Cuenta',
    budgeted: 'Presupuesto',
    actual: 'Real',
    difference: 'Diferencia',
    ofYear: 'Ejercicio entero',
    carried:
      'Este ejercicio no tiene presupuesto propio: se muestran los importes de sus meses en los presupuestos por años naturales ({{years}}). Al guardar una línea pasan a ser suyos.',
    leftOut: 'No se toman {{accounts}}, que se solapan con otras líneas.',
    account: 'Cuenta o grupo',
    accountHint: 'De los grupos 6 o 7: 62, 629, 700…',
    place: 'Valor de una dimensión',
    everywhere: 'Toda la empresa',
    remove: 'Quitar la línea',
    lacking: 'Escriba la cuenta y el importe del ejercicio.',
    done: 'Se ha guardado el presupuesto de {{year}}.',
  },
} as const;

export const menu = { dimensions: 'Analítica', budgets: 'Presupuestos' };
export const billing = { documents: { dimension: 'Dimensión {{number}}', budget: 'Presupuesto {{number}}' } } as const;
export const palette = { kinds: { dimension: 'Dimensiones' } } as const;
export const records = { did: { putDimension: 'Guardó la dimensión', putBudget: 'Guardó el presupuesto' } } as const;
export const fields = {
  messages: {
    'must be a code: letters, digits, dots and dashes': 'Escriba un código: letras, cifras, puntos y guiones.',
    'must be an account of group 6 or 7, or the beginning of one': 'Escriba una cuenta de los grupos 6 o 7, o su comienzo.',
  },
} as const;

export const errors = {
  codes: {
    dimension_not_found: 'Esa dimensión no existe. Vuelva a la lista.',
    dimension_twice: 'Hay un valor repetido. Deje uno solo.',
    dimension_lacking: 'Falta un valor que ya existía. Consérvelo, y desactívelo si ya no se usa.',
    dimension_value: 'Ese valor no existe o ya no se usa. Elija otro.',
    budget_overlap: 'Dos líneas incluyen la misma cuenta: lo gastado contaría dos veces. Quite una.',
    budget_dimension: 'Indique la dimensión y su valor, o ninguno de los dos.',
    budget_months: 'Los meses deben ser del ejercicio del presupuesto.',
    budget_length: 'Una línea no tiene tantos meses como el ejercicio. Indique un importe para cada uno.',
  },
  figures: {
    dimension_twice: 'El valor {{value}} está dos veces. Deje uno solo.',
    dimension_lacking: 'Falta el valor {{value}}, que puede estar en asientos. Consérvelo, y desactívelo si ya no se usa.',
    dimension_value: '{{dimension}} no tiene ningún valor {{value}} en uso. Elija otro, o añádalo.',
    budget_overlap: 'Línea {{line, number}}: {{account}} y {{other}} se solapan, y lo gastado contaría dos veces. Quite una.',
    budget_dimension: 'Línea {{line, number}}: indique la dimensión y su valor, o ninguno de los dos.',
    budget_months: 'Los meses de un presupuesto de {{year}} son los de ese ejercicio.',
    budget_length:
      'Línea {{line, number}}: el ejercicio {{year}} tiene {{wanted, number}} meses y la línea {{months, number}}. Indique un importe para cada uno.',
  },
};

declare global {
  interface ConsoleTexts {
    analysis: typeof analysis;
  }
}
