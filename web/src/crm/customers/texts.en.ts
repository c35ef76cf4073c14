export const customers = {
  name: 'Name',
  taxId: 'Tax id',
  taxIdHint: 'Spanish NIF or NIE, or a foreign tax id',
  sameTaxId: '{{customers}} has the same tax id ({{taxId}}): see whether they are the same customer.',
  vies: {
    label: 'VIES',
    hint: 'What it said of the VAT id; good for a year',
    none: 'Not asked',
    yes: 'Valid',
    no: 'Not valid',
    on: 'Asked on',
  },
  email: 'E-mail',
  emailHint: 'Receives invoices and reminders',
  paymentDays: 'Payment term',
  paymentDaysHint: 'Days from invoice to due date',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  days_many: '{{count}} days',
  creditLimit: 'Credit limit',
  creditLimitHint: 'Empty: no limit',
  noLimit: 'No limit',
  offices: {
    title: 'DIR3 offices (public bodies)',
    hint: 'For public bodies only: they stand in the Facturae, and FACe demands them. Leave all three empty for others.',
    accounting: 'Accounting office',
    managing: 'Managing body',
    processing: 'Processing unit',
  },
  address: 'Address',
  street: 'Street and number',
  postalCode: 'Postcode',
  city: 'Town or city',
  province: 'Province',
  country: 'Country',
  externalRef: 'External reference',
  since: 'Customer since',
  search: 'Search by name, tax id or e-mail',
  facts: 'Details',
  empty: { title: 'No customers yet', text: 'Add the first one, or import the file of your web shop.' },
  new: { title: 'New customer', done: '{{name}} is now a customer.' },
  edit: { action: 'Edit', title: 'Edit {{name}}', done: '{{name}} has been saved.' },
  newOrder: 'New order',
  credit: {
    title: 'Credit',
    none: 'This customer has no credit limit: sales on credit have no ceiling.',
    used: '{{used}} of {{limit}} in use',
    free: '{{free}} are left for new orders.',
    over: 'The limit is exceeded by {{over}}: no more orders on credit fit.',
    full: 'No credit is left for new orders.',
    counting: 'The limit was set lately and the use is counted again: an order of that very moment may be missing.',
    what: 'Counts what is ordered and invoiced and has not been paid.',
  },
  history: {
    orders: 'Orders',
    invoices: 'Invoices',
    receipts: 'Receipts',
    none: 'None yet.',
    due: 'Due',
    openAmount: 'Unapplied',
  },
  balance: {
    title: 'Balance',
    open: 'Still to be paid',
    overdue: 'Overdue',
    unapplied: 'Received, not applied',
    settled: 'Nothing is owed.',
    capped: 'Sum of the newest open documents; there are more.',
  },
  faults: {
    name: 'Enter the name of the person or company.',
    taxId:
      'This tax id is not valid: check its digits and its control character. For a foreign customer give the address with its country.',
    email: 'Enter an e-mail address, such as buying@example.com.',
    paymentDays: 'From 0 to 180 days.',
    creditLimit_amount: 'An amount of zero or more, with at most two decimals.',
    address_street: 'The address needs a street and number.',
    address_postalCode: 'The address needs a postcode.',
    address_city: 'The address needs a town or city.',
    address_country: 'Choose the country.',
  },
} as const;

export const palette = {
  kinds: {
    customer: 'Customers',
  },
};

export const menu = {
  customers: 'Customers',
};

export const commands = {
  newCustomer: 'New customer',
};
