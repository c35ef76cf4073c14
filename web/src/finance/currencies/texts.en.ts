export const currencies = {
  meaning: 'Units of each currency for one euro. A document takes the last rate of its day or of the seven days before, and keeps it.',
  empty: 'There are no exchange rates yet. Import the file of the European Central Bank, or set them by hand.',
  currency: 'Currency',
  day: 'Date',
  perEuro: 'For one euro',
  perEuroHint: 'How many {{currency}} a euro is worth.',
  source: 'Source',
  sources: { ecb: 'ECB', manual: 'by hand' },
  rateOf: 'Exchange rate ({{currency}} for one euro)',
  rateHint: 'Empty: that of the day of the bill.',
  inCurrency: 'In its currency',
  at: '{{amount}} at {{rate}} {{currency}} for one euro ({{date}}, {{source}})',
  paid: 'Taken from the account',
  foreignAmount: 'In its currency',
  bank: 'Bank account',
  held: 'Holds {{amount}}',
  accountHint: 'Of a bank account below 573.',
  received: 'Credited to the account',
  paidHint: 'In euros, at the bank’s rate. Empty: at the rate of the day.',
  allocated: '{{left}} will be left unapplied. The exchange difference is posted.',
  differencePosted: 'The difference to the rate of the invoices is posted besides, to 668 or 768.',
  result: 'Result',
  before: 'In the books',
  after: 'Now',
  items: 'Documents',
  returnedBy: 'Taken back by',
  returns: 'Takes back',
  undoneBy: 'Undone by',
  undo: {
    action: 'Undo the valuation',
    text: 'Both entries are posted the other way round, each on its day. The month can then be valued again.',
    done: 'The valuation is undone.',
  },
  search: 'Search by text or number',
  none: {
    title: 'No exchange differences yet',
    text: 'Here will be those of payments and receipts in foreign currencies, and those of valuing balances at the end of a month.',
  },
  import: {
    action: 'Import ECB rates',
    title: 'Import exchange rates',
    confirm: 'Import',
    text: 'The file that the European Central Bank publishes (ecb.europa.eu/stats/eurofxref): of the day or of the last 90 days, XML or CSV. Rates that were set by hand stay.',
    file: 'File',
    none: 'Choose the file.',
    done: 'Rates up to {{date}} are imported.',
  },
  set: {
    action: 'Set a rate',
    title: 'Set an exchange rate',
    confirm: 'Save',
    none: 'Enter the rate.',
    done: 'The rate of {{currency}} is saved.',
  },
  revalue: {
    action: 'Value balances',
    title: 'Value balances in foreign currencies at the end of a month',
    confirm: 'Post',
    month: 'Month',
    text: 'It is posted on the last day of the month and taken back on the first day of the next: what is settled then counts from its own rate.',
    done: 'The balances of {{month}} are valued.',
  },
};

export const menu = { exchangeRates: 'Exchange rates', exchangeDifferences: 'Exchange differences' };
export const billing = {
  documents: {
    'revalued-month': 'Valuation of {{number}}',
    'exchange-rates': 'Exchange rates {{number}}',
    'exchange-difference': 'Exchange difference {{number}}',
  },
};
export const states = { 'exchange-difference': { settlement: 'Settlement', revaluation: 'Valuation', return: 'Reversal' } };
export const books = {
  sources: { 'exchange-difference': 'Exchange difference' },
  newEntry: { faults: { foreign: 'Enter an amount such as 1,234.50 in the currency of the account.' } },
};
export const palette = { kinds: { 'exchange-rates': 'Exchange rates', 'exchange-difference': 'Exchange differences' } };
export const records = {
  fields: { currency: 'currency', rate: 'exchange rate', exchange: 'exchange' },
  did: {
    putExchangeRates: 'Set rates',
    importExchangeRates: 'Imported rates',
    revalue: 'Valued the balances',
    undoRevaluation: 'Undid the valuation',
  },
};
