export const einvoice = {
  title: 'Electronic invoice',
  text: 'Not sent: the file is saved, to be sent the way that was agreed with the customer. Facturae is not signed.',
  duty: 'Among businesses it is a duty from {{large}} on for those above 8 million euros, and from {{others}} for the others (RD 238/2026).',
  download: 'Download {{number}} as {{syntax}}',
  saved: '{{file}} was saved.',
  syntax: { ubl: 'UBL', cii: 'CII', facturae: 'Facturae' },
  search: 'Search by number, customer or supplier',
  direction: 'Direction',
  directions: { issued: 'Issued', received: 'Received' },
  warning: 'Warning',
  warnings: { overdue: 'Overdue', due: 'To be reported', unsent: 'Not sent' },
  party: 'Customer or supplier',
  reportBy: 'Report by',
  views: { report: 'To be reported', unsent: 'Not sent' },
  empty: {
    title: 'No electronic invoice is followed yet',
    text: 'Invoices among Spanish businesses appear here, with what becomes of them, from the day that you choose in Settings → Electronic invoices.',
  },
  fate: {
    title: 'Status of the electronic invoice',
    none: 'It is not followed: it is of before the day chosen in the settings, simplified, or not among Spanish businesses.',
    compulsory: 'Required by law.',
    information: 'For information: not required yet.',
    on: 'Day',
    status: 'Status',
    detail: 'Detail',
    from: { books: 'by the books', person: 'recorded by hand', platform: 'by the platform' },
    statuses: { sent: 'Sent', accepted: 'Accepted', rejected: 'Rejected', paid: 'Paid in full', unpaid: 'Payment undone' },
    reportBy: 'Report it to the issuer by {{date}}',
    late: 'It was to be reported by {{date}}',
    reported: {
      'by-hand': 'reported on {{date}}',
      platform: 'reported by the platform on {{date}}',
      'not-needed': 'need not be reported: {{note}}',
    },
    nothing: 'Nothing has become of it yet.',
  },
  record: {
    action: 'Record status',
    title: 'Record what becomes of {{number}}',
    text: 'Payments need not be recorded: they are known from receipts.',
    status: 'What happened',
    statuses: {
      sent: 'It was sent',
      accepted: 'The customer accepts it',
      rejected: 'The customer rejects it',
      paid: 'The customer says it is paid',
    },
    on: 'Day',
    reason: 'Reason',
    lacking: 'Say why it was rejected.',
    done: 'The status of {{number}} was recorded.',
  },
  report: {
    action: 'Record report',
    title: 'Report to the issuer of {{number}}',
    text: 'Trastienda does not send it: report it by the platform or the way that was agreed, and record that here.',
    how: 'How',
    ways: { 'by-hand': 'I reported it', platform: 'The platform reported it', 'not-needed': 'It need not be reported' },
    note: 'Note',
    lacking: 'Say why it need not be.',
    done: 'Recorded for {{number}}.',
  },
  setup: {
    title: 'Electronic invoices',
    isLarge: 'Last year’s turnover was above 8,000,000 euros',
    followedFrom: 'Follow invoices from',
    followedHint: 'Empty: from the day on which it is required, {{date}}.',
    save: 'Save',
    saved: 'The settings of electronic invoices were saved.',
    duties: 'What the law requires, and from when',
    duty: {
      invoices: 'Electronic invoices among businesses',
      statuses: 'Reporting acceptance, rejection and payment',
      verifactu: 'Invoicing records (Verifactu)',
    },
    sending: 'Sending to the public platform, to FACe and to AEAT is not connected: nothing leaves here by itself.',
  },
  verifactu: {
    title: 'Verifactu',
    off: 'Off: invoices are issued without an invoicing record.',
    planned: 'It is switched on on {{date}}.',
    on: 'On since {{date}}: each invoice and corrective invoice has its chained record.',
    until: 'It is switched off at the end of {{date}}.',
    from: 'Switch on from',
    switchOn: 'Switch on',
    switchOff: 'Switch off',
    done: 'The settings of Verifactu were saved.',
    notSent: 'Records are kept; they are not sent to AEAT, so that invoices do not bear the legend VERI*FACTU.',
    check: 'Check the chain',
    whole: 'The chain is whole from record {{first}} to {{last}}.',
    broken: 'The chain breaks at record {{place}}: {{why}}.',
    why: {
      missing: 'it is missing',
      hash: 'its hash is not that of its content',
      link: 'it does not follow the one before',
      document: 'the invoice says something else',
    },
    records: 'Records',
    none: 'There is no record yet.',
    more: 'Show earlier ones',
    place: 'No.',
    number: 'Invoice',
    at: 'Made',
    type: 'Type',
    total: 'Total',
    hash: 'Hash',
    cancellation: 'Cancellation',
    record: 'Record of Verifactu no. {{place}}',
    qr: 'Tax QR of {{number}}',
  },
};

export const menu = { einvoices: 'Electronic invoices' };

export const states = {
  'e-invoice': {
    unsent: 'Not sent',
    sent: 'Sent',
    received: 'Received',
    accepted: 'Accepted',
    rejected: 'Rejected',
    paid: 'Paid',
    unpaid: 'Payment undone',
  },
};

export const palette = { kinds: { 'e-invoice': 'Electronic invoices', 'verifactu-event': 'Events of Verifactu' } };

export const records = {
  did: {
    recordEInvoiceStatus: 'Recorded what became of the electronic invoice',
    reportEInvoiceStatus: 'Recorded that the issuer was told',
    patchEInvoicing: 'Changed the settings of electronic invoices',
    checkVerifactuChain: 'Checked the chain of Verifactu',
    followEInvoices: 'Noted what the books say',
  },
};

export const settings = { parts: { einvoicing: 'Electronic invoices' } };

export const fields = {
  messages: {
    'must be a place in the chain, from 1 on': 'Write the number of a record, from 1 on.',
  },
};
