export const statements = {
  line: 'Line',
  which: 'Which statement',
  'balance-sheet': 'Balance sheet',
  'income-statement': 'Profit and loss',
  model: 'Model',
  models: { pymes: 'PGC for small companies', abbreviated: 'Abbreviated', normal: 'Normal' },
  compare: 'Compare with the year before',
  whole: 'Show lines without a figure',
  unassigned: 'No line of the model takes account {{account}}: {{amount}}. Use a subaccount that the model knows.',
  balanced: {
    'balance-sheet': 'It balances: assets equal equity and liabilities.',
    'income-statement': 'It balances: the result is that of groups 6 and 7.',
  },
  unbalanced: {
    'balance-sheet': 'It does not balance: assets are not equal to equity and liabilities.',
    'income-statement': 'It does not balance: the result is not that of groups 6 and 7.',
  },
};

export const menu = { statements: 'Statements' };
