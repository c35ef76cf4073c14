export const analysis = {
  meaning:
    'Cost centres, projects and other ways to look at the result. Lines of entries, orders, invoices and suppliers’ bills are told of them.',
  empty: 'There is no dimension yet. Create one, such as “Cost centre”, with its values.',
  defaultsText: 'Lines that tell nothing else take it; that of the item goes before that of the customer.',
  column: 'Dimensions',
  dimension: 'Dimension',
  new: 'New dimension',
  code: 'Code',
  codeHint: 'As entries call it: centre, project.',
  name: 'Name',
  values: 'Values',
  valuesHint: 'One a line: the code and then the name, such as “MAD Madrid”. A minus before it: it is used no more.',
  edit: {
    action: 'Edit',
    title: 'Edit {{name}}',
    save: 'Save',
    lacking: 'Enter code, name and at least one value.',
    done: '{{name}} is saved.',
  },
  from: 'From',
  to: 'To',
  year: 'Fiscal year',
  income: 'Income',
  expenses: 'Expenses',
  result: 'Result',
  unassigned: 'Not assigned',
  total: 'Result of the books',
  budget: {
    meaning: 'What is meant to be earned and spent, by accounts of groups 6 and 7, beside what is posted.',
    empty: 'This year has no budget yet. Add a line for each account.',
    add: 'Add a line',
    edit: 'Edit line {{account}}',
    line: 'Account',
    budgeted: 'Budget',
    actual: 'Actual',
    difference: 'Difference',
    ofYear: 'Whole fiscal year',
    carried:
      'This fiscal year has no budget of its own: what budgets of calendar years ({{years}}) have for its months is shown. Saving a line makes it its own.',
    leftOut: '{{accounts}} are not taken, since they overlap with other lines.',
    account: 'Account or group',
    accountHint: 'Of groups 6 or 7: 62, 629, 700…',
    place: 'Value of a dimension',
    everywhere: 'The whole company',
    remove: 'Take the line out',
    lacking: 'Enter the account and the amount of the fiscal year.',
    done: 'The budget of {{year}} is saved.',
  },
};

export const menu = { dimensions: 'Dimensions', budgets: 'Budgets' };
export const billing = { documents: { dimension: 'Dimension {{number}}', budget: 'Budget {{number}}' } };
export const palette = { kinds: { dimension: 'Dimensions' } };
export const records = { did: { putDimension: 'Saved the dimension', putBudget: 'Saved the budget' } };
