export const expenses = {
  one: 'Expense claim {{number}}',
  new: 'New expense claim',
  submit: 'Submit',
  submitted: 'Expense claim {{number}} is submitted.',
  search: 'Search by employee, reason or number',
  views: { submitted: 'To approve' },
  empty: {
    title: 'No expense claims yet',
    text: 'Submit what you have paid for the company: somebody else approves it, and a payment run pays it back to you.',
  },
  lacking: 'Enter the reason and, of each expense, its date and amount (or kilometres); of an invoice, all of its data.',
  comesTo: '{{total}} in favour of {{employee}}.',
  employee: 'Employee',
  myself: 'Myself',
  text: 'Reason',
  textHint: 'Such as a visit to a customer, or a fair.',
  iban: 'Your IBAN',
  ibanHint: 'The first time only: you are paid there.',
  line: 'Expense {{no}}',
  lines: 'Expenses',
  addLine: 'Add another expense',
  remove: 'Remove',
  removeLine: 'Remove expense {{no}}',
  date: 'Date',
  kind: 'Kind',
  kinds: { travel: 'Transport', lodging: 'Lodging', meals: 'Meals', mileage: 'Mileage', other: 'Other' },
  amount: 'Amount paid',
  amountHint: 'VAT included.',
  km: 'Kilometres',
  kmAt: '{{km}} km at {{rate}}',
  taxable: '{{amount}} above the exempt limit: taxed with the payroll',
  noTax: 'Receipt: no VAT deducted',
  what: 'Details',
  account: 'Account',
  invoiced: 'It is an invoice in the company’s name, with its tax id',
  invoicedHint: 'Only then is its VAT deducted. A receipt without the company’s tax id is a cost in full.',
  invoice: { issuer: 'Issued by', taxId: 'Tax id of the issuer', number: 'Number of the invoice', taxCode: 'VAT' },
  paper: 'Its receipt',
  total: 'Total',
  submittedOn: 'Submitted on',
  submittedBy: 'Submitted by',
  decided: 'Decided by',
  reversed: 'Reversed by',
  approve: {
    action: 'Approve',
    title: 'Approve expense claim {{number}}',
    text: '{{total}} are posted, which {{employee}} is owed then (account 4650).',
    done: 'Expense claim {{number}} is approved and posted.',
  },
  reject: {
    action: 'Reject',
    title: 'Reject expense claim {{number}}',
    text: 'Nothing is posted. Whoever submitted it may submit another.',
    done: 'Expense claim {{number}} is rejected.',
  },
  withdraw: {
    action: 'Withdraw',
    title: 'Withdraw expense claim {{number}}',
    text: 'Nobody decides on it any more.',
    done: 'Expense claim {{number}} is withdrawn.',
  },
  reverse: {
    action: 'Reverse',
    title: 'Reverse expense claim {{number}}',
    text: 'Each entry is reversed. Only as long as it is not paid.',
    done: 'Expense claim {{number}} is reversed.',
  },
};

export const billing = { documents: { 'expense-claim': 'Expense claim {{number}}' } };

export const permissions = {
  areas: { expenses: 'Employees’ expenses' },
  names: {
    expenses: {
      submit: 'Submit expenses of one’s own',
      read: 'View expense claims',
      approve: 'Approve, reject and reverse expense claims of others',
    },
  },
};

export const states = {
  'expense-claim': { submitted: 'To approve', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn', reversed: 'Reversed' },
};

export const palette = { kinds: { 'expense-claim': 'Expense claims' } };

export const menu = { expenses: 'Employees’ expenses' };

export const commands = { newExpenseClaim: 'New expense claim' };

export const records = {
  did: {
    submitExpenseClaim: 'Submitted the claim',
    approveExpenseClaim: 'Approved the claim',
    rejectExpenseClaim: 'Rejected the claim',
    withdrawExpenseClaim: 'Withdrew the claim',
    reverseExpenseClaim: 'Reversed the claim',
  },
};
