export const statements = {
  line: 'Line',
  which: 'Which statement',
  'balance-sheet': 'Balance sheet',
  'income-statement': 'Profit and loss',
  'cash-flow-indirect': 'Cash flow (indirect)',
  'cash-flow-direct': 'Cash flow (direct)',
  'equity-changes': 'Changes in equity',
  model: 'Model',
  models: { pymes: 'PGC for small companies', abbreviated: 'Abbreviated', normal: 'Normal' },
  compare: 'Compare with the year before',
  whole: 'Show lines without a figure',
  known: 'As known on',
  changed: {
    title: 'What has changed since {{since}}',
    none: 'Nothing: no entry of those days has been posted since.',
    lines: 'Lines that have changed',
    before: 'Then',
    after: 'Now',
    posted: '(of {{date}}), posted on {{at}} by {{by}}',
    more: 'The first {{count, number}} entries are shown. Take fewer days to see the others.',
  },
  by: 'Divided by',
  everything: 'The whole company',
  byName: 'By {{name}}',
  value: 'Value',
  allValues: 'All values',
  byMonths: 'Dimensions are summed by whole months: the range begins and ends with a month.',
  unassigned: 'No line of the model takes account {{account}}: {{amount}}. Use a subaccount that the model knows.',
  balanced: {
    'balance-sheet': 'It balances: assets equal equity and liabilities.',
    'income-statement': 'It balances: the result is that of groups 6 and 7.',
    'cash-flow-indirect': 'It balances: the net change is that of group 57.',
    'cash-flow-direct': 'It balances: the net change is that of group 57.',
    'equity-changes': 'It balances: the closing balance is that of the balance sheet.',
  },
  unbalanced: {
    'balance-sheet': 'It does not balance: assets are not equal to equity and liabilities.',
    'income-statement': 'It does not balance: the result is not that of groups 6 and 7.',
    'cash-flow-indirect': 'It does not balance: the net change is not that of group 57.',
    'cash-flow-direct': 'It does not balance: the net change is not that of group 57.',
    'equity-changes': 'It does not balance: the closing balance is not that of the balance sheet.',
  },
  made: {
    'cash-flow-indirect':
      'From what the balance of each account moved by. Reversed purchases and sales of fixed assets stand on both sides, as investment and as disposal; exchange differences stand with payables, and in D those of cash alone (subaccounts 6689 and 7689).',
    'cash-flow-direct':
      'Derived from balances, not read from bank movements: received from customers is sales and VAT charged, less the rise of what customers owe; the other lines alike.',
    'equity-changes':
      'From what the balance of each account moved by. Changes of policy and corrections of errors posted to reserves are among the other changes.',
  },
};

export const menu = { statements: 'Statements' };
