export const statements = {
  line: 'Epígrafe',
  which: 'Qué estado',
  'balance-sheet': 'Balance de situación',
  'income-statement': 'Pérdidas y ganancias',
  model: 'Modelo',
  models: { pymes: 'PGC de PYMES', abbreviated: 'Abreviado', normal: 'Normal' },
  compare: 'Comparar con el año anterior',
  whole: 'Mostrar epígrafes sin importe',
  unassigned: 'Ningún epígrafe del modelo recoge la cuenta {{account}}: {{amount}}. Use una subcuenta que el modelo conozca.',
  balanced: {
    'balance-sheet': 'Cuadra: el activo es igual al patrimonio neto y pasivo.',
    'income-statement': 'Cuadra: el resultado es el de los grupos 6 y 7.',
  },
  unbalanced: {
    'balance-sheet': 'No cuadra: el activo no es igual al patrimonio neto y pasivo.',
    'income-statement': 'No cuadra: el resultado no es el de los grupos 6 y 7.',
  },
};

export const menu = { statements: 'Balance y resultados' };

export const errors = {
  codes: {
    statement_nothing_compared: 'Falta el último día con el que se compara.',
  },
};

declare global {
  interface ConsoleTexts {
    statements: typeof statements;
  }
}
