export const treasury = {
  one: 'Payment run {{number}}',
  new: 'Propose a payment run',
  propose: 'Propose',
  search: 'Search by number',
  views: { proposed: 'To approve', sent: 'With the bank', executed: 'Paid' },
  empty: {
    title: 'No payment runs yet',
    text: 'A run pays at once what is due: two people approve it, and the bank gets it as a file.',
  },
  until: 'What is due by',
  payOn: 'Date of payment',
  proposedOn: 'Proposed on',
  proposedBy: 'Proposed by',
  approvals: 'Approvals',
  fromIban: 'From account (IBAN)',
  ownIban: 'Empty: the company’s own, {{iban}}.',
  noIban: 'The company has no IBAN in its settings: enter one here.',
  version: 'Format of the file',
  fileName: 'File',
  file: 'Download the file',
  executedOn: 'Paid by the bank on',
  cancelled: 'Cancelled',
  payments: 'Payments',
  documents: 'Bills and credit notes',
  state: 'State',
  total: 'Total',
  subtitle_one: '{{count}} payment · {{total}} · {{date}}',
  subtitle_other: '{{count}} payments · {{total}} · {{date}}',
  subtitle_many: '{{count}} payments · {{total}} · {{date}}',
  proposes_one: '{{count}} payment of {{total}}. Its bills are kept for this run.',
  proposes_other: '{{count}} payments of {{total}}. Their bills are kept for this run.',
  proposes_many: '{{count}} payments of {{total}}. Their bills are kept for this run.',
  proposed: 'Payment run {{number}} is proposed.',
  paymentStates: { open: 'To be paid', rejected: 'Taken out', paid: 'Paid' },
  leftOut: {
    title: 'Left out',
    no_iban: 'has no IBAN',
    foreign_currency: 'it is owed in a foreign currency',
    covered_by_credits: 'its credit notes cover what it is owed',
    no_room: 'has more bills than a run takes',
  },
  approve: {
    action: 'Approve',
    title: 'Approve payment run {{number}}',
    text_one: '{{total}} will leave in {{count}} payment, on {{date}}.',
    text_other: '{{total}} will leave in {{count}} payments, on {{date}}.',
    text_many: '{{total}} will leave in {{count}} payments, on {{date}}.',
    confirm: 'I have checked the IBAN {{iban}} of {{date}} with {{supplier}} by another way',
    first: 'This is the first approval: somebody else must give the second.',
    second: 'This is the second approval: the file for the bank is made.',
    done: 'You have approved payment run {{number}}.',
  },
  execute: {
    action: 'Record the bank’s payment',
    title: 'The bank has paid run {{number}}',
    text_one: '{{count}} payment of {{total}} is posted. If the bank has refused it, take it out first.',
    text_other: '{{count}} payments of {{total}} are posted. Take out first what the bank has refused.',
    text_many: '{{count}} payments of {{total}} are posted. Take out first what the bank has refused.',
    done: 'Payment run {{number}} is paid and posted.',
  },
  cancel: {
    action: 'Cancel',
    title: 'Cancel payment run {{number}}',
    text: 'Its bills and credit notes are free again.',
    atBank: 'Its bills and credit notes are free again. If the bank has the file already, stop it there too.',
    done: 'Payment run {{number}} is cancelled.',
  },
  reject: {
    action: 'Take out',
    of: 'Take out the payment to {{supplier}}',
    title: 'Take out the payment to {{supplier}}',
    text: '{{amount}} are not paid: its bills and credit notes are free again.',
    done: 'The payment to {{supplier}} is taken out.',
  },
};

export const cash = {
  on: 'On {{date}}.',
  position: 'Balance by account',
  balance: 'Balance',
  forecast: 'Forecast of 13 weeks',
  week: 'Week',
  receivables: 'Receipts',
  bills: 'Bills',
  taxes: 'Taxes',
  extra: 'Supposed',
  low: 'Balance, low',
  expected: 'Balance, expected',
  high: 'Balance, high',
  chart: 'From {{from}} ({{opening}}) to {{to}} it is expected to come to {{closing}}. In the low case the least is {{low}}, on {{on}}.',
  basis:
    'Each invoice is expected as late as its customer usually pays ({{customers}} with data of their own). Of {{sample}} invoices paid in a year, half came {{median}} days late or less (expected), a quarter {{p25}} (high), three quarters {{p75}} (low, which does not count on what is later than that already). Unapplied credit notes and advances are not counted.',
  taxReturns: 'Taxes by what is posted so far:',
  whatIf: {
    title: 'What if…?',
    delayDays: 'Everybody pays later (days)',
    delayHint: 'From 0 to 180, beyond what is usual.',
    date: 'Money comes or goes on',
    extraHint: 'One movement supposed.',
    amount: 'Amount',
    amountHint: 'Negative where it leaves: -5,000.00.',
  },
};

export const billing = {
  documents: { 'payment-run': 'Payment run {{number}}' },
};

export const states = {
  'payment-run': {
    proposing: 'Being prepared',
    proposed: 'To approve',
    approved: 'Approved',
    sent: 'With the bank',
    executing: 'Being posted',
    executed: 'Paid',
    cancelling: 'Being cancelled',
    cancelled: 'Cancelled',
  },
};

export const palette = { kinds: { 'payment-run': 'Payment runs' } };

export const menu = { cash: 'Cash and forecast', paymentRuns: 'Payment runs' };

export const commands = { newPaymentRun: 'Propose a payment run' };

export const records = {
  did: {
    proposePaymentRun: 'Proposed the run',
    approvePaymentRun: 'Approved the run',
    rejectRunPayment: 'Took a payment out',
    executePaymentRun: 'Recorded the bank’s payment',
    cancelPaymentRun: 'Cancelled the run',
    writePaymentFile: 'The file was made',
    releasePaymentRun: 'Cancelled, since nobody approved it in time',
    postPaymentRun: 'Posting was completed',
  },
};
