export const agreements = {
  name: 'Collective agreement',
  code: 'Code of the agreement',
  groups: 'Groups',
  group: 'Professional group',
  search: 'Search by agreement or code',
  'new': 'Add a salary table',
  add: 'Add rows',
  source: 'Published in',
  sourceHint: 'Such as BOP Pontevedra 12/03/2026.',
  weeklyHours: 'Weekly hours of full time',
  rows: 'Least of a year by group',
  rowsHint: 'A line a group: group; amount of a year. It can be pasted from a sheet. Without an amount, the row of that day is taken out.',
  table: 'Salary table',
  noTable: 'None',
  saved: 'The table of {{name}} is saved.',
  short: {
    title: 'Paid below the table',
    text: 'From each day on they are paid less than the table says. As far back as pay runs pay differences.',
    least: 'By the table',
    own: 'Your own pay: somebody else raises it.',
    raise: 'Raise to the table',
    raiseTitle: 'Raise to {{name}}',
    raiseText: 'They get new pay terms from each day on; all else stays. Months that are paid come as a difference with the next pay run.',
    raised: 'They are paid by the table of {{name}}.',
  },
  empty: {
    title: 'No salary tables',
    text: 'Copy that of your agreement with its source: no pay and no offer of its groups will be below it.',
  },
};
export const menu = { salaryTables: 'Salary tables' };
export const commands = { newSalaryTable: 'Add a salary table' };
export const palette = { kinds: { 'salary-table': 'Salary tables' } };
export const records = {
  did: {
    createSalaryTable: 'Added the salary table',
    addSalaryRows: 'Added rows to the salary table',
    raiseToSalaryTable: 'Raised people to the salary table',
  },
};
