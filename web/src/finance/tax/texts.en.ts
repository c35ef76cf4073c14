export const tax = {
  withheldOfSales: 'What a business in Spain keeps back of its payment and pays to the tax authority: it cuts what is owed, not the total.',
  title: 'Form {{form}}: draft',
  form: 'Form',
  forms: {
    f303: '303 · VAT',
    f111: '111 · Withheld of professionals',
    f115: '115 · Withheld of rents',
    f349: '349 · Operations within the Union',
    f347: '347 · Operations with third parties',
    f190: '190 · Yearly summary of withholdings',
    f180: '180 · Yearly summary of rents',
    f390: '390 · Yearly summary of VAT',
  },
  year: 'Year {{year}}',
  lines: 'Declared',
  key: 'Key',
  party: 'Name',
  declared: 'Amount',
  quarters: 'By quarter',
  correctsPeriod: 'rectifies {{period}}: {{before}} before',
  totalsOnly: 'Totals to be looked through: the file of this form is not made yet.',
  period: 'Period',
  quarter: 'Quarter {{quarter}} of {{year}}',
  pending: 'Left to compensate (110)',
  pendingAmount: 'Enter an amount, such as 300.00',
  draft: 'A draft of what is posted: nothing is filed. Only the AEAT accepts or rejects a return.',
  sections: {
    output: 'Output VAT',
    input: 'Input VAT',
    result: 'Result',
    information: 'Further information',
  },
  box: 'Box',
  concept: 'What',
  amount: 'Amount',
  taxes: 'What it is made of',
  code: 'Tax',
  base: 'Base',
  tax: 'Tax amount',
  boxes: 'Boxes',
  sides: { output: 'Output', input: 'Input', withheld: 'Withheld' },
  corrects: 'corrections',
  none: 'No invoices were issued or received in this period.',
  agrees: 'Box {{box}}: {{amount}}, the same as account {{account}}.',
  differs: 'Box {{box}} comes to {{amount}}, and account {{account}} to {{posted}}. Look for manual entries on that account.',
  agreesUnpaid:
    'Box {{box}}: {{amount}}; account {{account}} has {{posted}}, and the difference of {{unpaid}} was withheld of bills not paid in the period yet, less what was paid of earlier ones.',
  differsUnpaid:
    'Box {{box}} comes to {{amount}}, and account {{account}} to {{posted}}, of which {{unpaid}} are of bills not paid in the period yet, less what was paid of earlier ones. The rest is on no bill: look for manual entries on that account.',
  agreesAdjusted:
    'Box {{box}}: {{amount}}; {{posted}} are on account {{account}}, and {{adjusted}} are of boxes 43 and 44, which are posted when it is filed.',
  set: {
    title: 'Regularisations',
    boxes: { box43: 'Regularisation of capital goods', box44: 'Regularisation by the definitive pro rata' },
    by: '{{by}}, {{date}}',
    action: 'Set amount',
    dialog: 'Set amount of box {{box}} of {{period}}',
    text: 'With its sign: above zero more is deducted, below it less; zero takes it away. It counts in box 45, and is posted on 634 or 639 when the return is filed.',
    reason: 'Reason and calculation',
    none: 'Enter amount and reason',
    done: 'Box {{box}} of {{period}} saved.',
  },
  tie: '{{document}}: posted {{posted}}, and declares {{declared}}.',
  missing: 'What is missing before it can be filed',
  warnings: 'What should be checked',
  warned: {
    pending:
      'Box 110 has {{amount, money}} to compensate, and account 4700 {{balance, money}}: give what is pending of earlier returns, record those that were filed, or put right what was posted on 4700.',
    vies: 'Supplies within the Union, {{amount, money}}, are exempt only for customers in VIES (Ley 37/1992 art. 25): look each VAT id up there, and keep the answer. It is not asked here.',
    'recipient-kind':
      '{{party}} ({{taxId}}) has the tax id of a company, and income tax of professionals is withheld from people: check the withholding of the supplier.',
  },
  refunded: 'The refund that the earlier return asked for was paid (box 109)',
  filings: 'Filings',
  filing: {
    action: 'Record filing',
    title: 'Record the filing of {{period}}',
    titleOf: 'Record the filing of form {{form}} of {{period}}',
    textOf: 'File it with the AEAT first. The boxes are kept as they are; nothing is posted.',
    receipt: 'Filed on {{filedOn}}, receipt {{justificante}} ({{by}}).',
    changed:
      'Filed on {{filedOn}}, receipt {{justificante}} ({{by}}); the books have changed since: see whether a complementary return is needed.',
    confirm: 'Record',
    text: 'File it with the AEAT first. Its settlement is posted, and the period is closed for VAT.',
    justificante: 'Number of the receipt',
    filedOn: 'Date of filing',
    iban: 'IBAN of the direct debit or refund',
    refund: 'Ask for a refund rather than compensate',
    done: 'Filing of {{period}} recorded.',
    result: 'Result',
    types: { C: 'To compensate', D: 'To refund', I: 'To pay', U: 'Direct debit', N: 'No result' },
  },
  file: { action: 'File for the AEAT', done: 'Checked against its layout alone: the AEAT decides whether it is accepted.' },
  paper: 'PDF of the boxes',
  correction: {
    action: 'Rectify',
    title: 'Rectify {{period}}',
    text: 'The period is opened for corrections; the next return will be a rectifying one.',
    done: '{{period}} is open for corrections.',
  },
  undo: {
    action: 'Take the filing back',
    title: 'Take back the filing of {{period}}',
    text: 'Its settlement is reversed, and the period is open again.',
    done: 'Filing of {{period}} taken back.',
  },
  unassigned: 'The form has no box for {{code}} at {{percent}} %: {{amount}}.',
};

export const taxBooks = {
  title: 'Registers of VAT',
  book: 'Register',
  books: { issued: 'Issued', received: 'Received' },
  count_one: '{{count}} line',
  count_many: '{{count}} lines',
  count_other: '{{count}} lines',
  more: 'Show more',
  heads: {
    date: 'Date',
    number: 'Number',
    party: 'Name',
    taxId: 'Tax id',
    code: 'Tax',
    base: 'Base',
    tax: 'Tax amount',
    deductible: 'Deductible',
    total: 'Total',
  },
  files: {
    'vat-books-xlsx': 'Registers (.xlsx)',
    'vat-issued-csv': 'Issued (.csv)',
    'vat-received-csv': 'Received (.csv)',
    'adviser-zip': 'For the adviser (.zip)',
  },
  done: 'File with {{count}} lines of the registers.',
};

export const menu = { taxReturns: 'Tax returns', taxBooks: 'Registers of VAT' };

export const books = {
  sources: { 'tax-return': 'VAT settlement', 'tax-return-reversal': 'Reversal of a VAT settlement' },
} as const;

export const states = {
  'tax-return': { filed: 'Filed', correcting: 'Being rectified', rectified: 'Rectified', reversed: 'Taken back' },
} as const;

export const palette = {
  kinds: { 'tax-return': 'Tax returns', 'tax-return-reversal': 'Reversals of tax returns' },
} as const;

export const records = {
  did: {
    createTaxFile: 'Made the file',
    writeTaxFile: 'Finished the file',
    fileTaxReturn: 'Recorded the filing',
    putFormReceipt: 'Recorded the filing of the form',
    setTaxReturnBox: 'Set the amount of the box',
    correctTaxReturn: 'Opened the period to rectify it',
    reverseTaxReturn: 'Took the filing back',
  },
} as const;
