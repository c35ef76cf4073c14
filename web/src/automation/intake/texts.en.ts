export const documents = {
  one: 'Document {{number}}',
  add: 'Add documents',
  sent: '{{sent}} of {{all}} sent',
  fileName: 'File',
  supplier: 'Supplier',
  taxId: 'Tax id',
  number: 'Number',
  date: 'Date',
  dueDate: 'Due',
  base: 'Base at {{rate}}',
  baseAndTax: '{{base}} and {{tax}} of tax',
  withholding: 'Withheld',
  total: 'Total',
  confidence: '{{percent}} sure',
  toLookAt: 'To look at',
  read: 'What was read',
  readyText: 'Everything was read and agrees: look at it beside the page and enter it.',
  enter: 'Enter the bill',
  enterCredit: 'Enter the credit note',
  entered: 'The bill that was entered',
  same: 'The document with the same file',
  part: 'Document {{no}} of the archive',
  noFile: 'The file cannot be opened.',
  empty: {
    title: 'No documents have come in yet',
    text: 'Add bills as PDF, e-invoice, photo or ZIP: they are read, checked and made ready to be entered.',
  },
  keep: {
    action: 'Put away',
    title: 'Put {{fileName}} away',
    text: 'It is kept without an entry, and can be taken out again.',
    done: '{{fileName}} was put away.',
  },
  reopen: {
    action: 'Take out again',
    title: 'Take {{fileName}} out again',
    text: 'It waits to be looked at once more.',
    done: '{{fileName}} waits to be looked at.',
  },
  fieldNames: {
    supplier: 'supplier',
    number: 'number',
    date: 'date',
    taxes: 'base and tax',
    total: 'total',
    currency: 'currency',
    iban: 'IBAN',
    withholding: 'withholding',
  },
  flags: {
    field_missing: 'The {{field}} was not found: type it from the page.',
    field_doubtful: 'The {{field}} is not sure ({{confidence}} %): compare it with the page.',
    supplier_unknown: 'No supplier has the tax id {{taxId}} ({{name}}): choose one or enter a new one.',
    iban_changed: 'The paper says {{iban}}, and the supplier has {{known}}: ask the supplier by a way that you know before you change it.',
    number_taken: 'Number {{reference}} of this supplier was entered before: it may be the same bill.',
    date_future: 'It is dated {{date}}, which is in the future.',
    rate_not_valid: 'VAT of {{rate}} % was not in force on {{date}}: ask for a right bill, or choose the code.',
    no_account: '{{supplier}} has no usual account: choose one for the lines.',
    totals_differ: 'Bases and taxes come to {{sum}}, and the paper says {{total}}.',
    withholding_differs: 'The paper withholds {{paper}}, and the supplier has {{supplier}}: correct one of them.',
    not_read: 'Nothing could be read of it by itself: enter it from the page.',
    stopped: 'Reading it broke off: {{message}}',
    program: 'It is a program or a page that runs: it was not opened.',
    archive: 'It is an archive that is not opened: send a ZIP, or the files themselves.',
    encrypted: 'It is encrypted: send it without a password.',
    broken: 'It is damaged: send it again.',
    too_large: 'It is larger than 50 MB.',
    bomb: 'It unpacks to far more than it is: it was not opened.',
    empty: 'It is empty.',
    macros: 'It bears macros: it was not opened.',
    unknown: 'It is of a kind that is not known: it was not opened.',
  },
};

export const permissions = {
  areas: { documents: 'Documents that come in' },
  names: { documents: { read: 'View documents that came in', write: 'Add documents and put them away' } },
};

export const records = {
  did: {
    createDocument: 'Announced the document',
    keepDocument: 'Put the document away',
    reopenDocument: 'Took the document out again',
    failDocument: 'Marked the document as failed',
    readDocument: 'Read the document',
    receiveDocument: 'Checked the document',
    onDocument: 'Noted the file',
    followBills: 'Noted the bill',
  },
};

export const menu = { documents: 'Documents' };

export const states = {
  'intake-document': {
    waiting: 'Waiting for the file',
    reading: 'Being read',
    review: 'To review',
    ready: 'Ready',
    entered: 'Entered',
    kept: 'Put away',
    split: 'Split',
    duplicate: 'Duplicate',
    quarantined: 'In quarantine',
    failed: 'Failed',
  },
};

export const palette = { kinds: { 'intake-document': 'Document' } };
