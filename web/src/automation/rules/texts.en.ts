export const automation = {
  name: 'Name',
  when: 'When',
  if: 'If',
  does: 'Then',
  always: 'Always, without conditions.',
  changed: 'Changed',
  sentence: 'The rule',
  edit: 'Change the rule',
  save: 'Save',
  saved: '{{name}}: saved.',
  incomplete: 'Something is missing.',
  savedOff: 'It is saved switched off: you switch it on afterwards.',
  addCondition: 'Add a condition',
  removeCondition: 'Remove condition {{no}}',
  fieldOf: 'Field of condition {{no}}',
  operatorOf: 'Comparison of condition {{no}}',
  valueOf: 'Value of condition {{no}}',
  addEffect: 'Add an action',
  removeEffect: 'Remove action {{no}}',
  effectOf: 'Action {{no}}',
  tags: 'Tags',
  members: 'Members',
  subject: 'Document',
  text: 'Text',
  mailSubject: 'Subject',
  insert: 'Add a field to the text',
  yes: 'Yes',
  no: 'No',
  runs: 'Runs',
  allRuns: 'See all',
  noRuns: 'It has not done anything yet.',
  noRunsTitle: 'No rule has done anything yet',
  at: 'When',
  rule: 'Rule',
  amount: 'Amount',
  runOf: 'Run of “{{rule}}”',
  cause: 'What started it',
  did: 'What it did',
  counted: 'Counts to the limits',
  limit: 'Limit reached',
  enabledBy: 'Switched on by',
  since: 'On since',
  match: {
    title: 'How many conditions',
    all: 'All of them hold',
    any: 'Any of them holds',
  },
  limits: {
    title: 'Limits',
    perDay: 'Runs a day',
    amountPerRun: 'Amount a run',
    amountPerDay: 'Amount a day',
  },
  pausedFor: {
    title: 'Paused',
    person: 'by a person',
    failures: 'by itself: it failed several times in a row',
    permission: 'by itself: who switched it on may not do this any more',
  },
  activate: {
    action: 'Switch on',
    title: 'Switch {{name}} on',
    text: 'From now on it acts by itself, with your permissions and within its limits. What happened before it leaves alone.',
    done: '{{name}} is switched on.',
  },
  pause: {
    action: 'Switch off',
    title: 'Switch {{name}} off',
    text: 'It stops acting. What it did stays.',
    done: '{{name}} is switched off.',
  },
  delete: {
    action: 'Delete',
    title: 'Delete {{name}}',
    text: 'Its runs stay, and cannot be undone by themselves any more.',
    done: '{{name}} was deleted.',
  },
  undo: {
    action: 'Undo',
    title: 'Undo what {{rule}} did',
    text: 'The tags and notes that it added go, and documents wait again. A mail or an invoice cannot be undone like this.',
    done: 'It is being undone.',
  },
  empty: {
    title: 'No rules yet',
    text: 'A rule does for you what comes again and again: when something happens, if what you say holds, then it does it.',
  },
  templates: {
    title: 'Begin with a template',
    bigOrders: 'Tag large orders',
    tellInvoice: 'Tell of payments',
    doubtfulDocument: 'Tell of doubtful documents',
  },
  effectStates: {
    planned: 'to be done',
    done: 'done',
    failed: 'refused',
    undone: 'undone',
    kept: 'stays: it cannot be undone',
  },
  triggers: {
    order_placed: 'an order is placed',
    order_shipped: 'an order is shipped whole',
    invoice_issued: 'an invoice is issued',
    invoice_paid: 'an invoice is paid',
    document_read: 'a document arrives and was read',
  },
  fields: {
    amount: 'amount with VAT',
    net: 'amount without VAT',
    customer: 'customer',
    customerId: 'id of the customer',
    channel: 'channel',
    warehouse: 'warehouse',
    reference: 'reference',
    lines: 'number of lines',
    date: 'date',
    open: 'open amount',
    number: 'number',
    dueDate: 'due date',
    fileName: 'file',
    kind: 'kind',
    source: 'source',
    supplier: 'supplier',
    total: 'total',
    doubts: 'things to look at',
  },
  operators: {
    over: 'is more than',
    atLeast: 'is at least',
    under: 'is less than',
    atMost: 'is at most',
    is: 'is',
    isNot: 'is not',
    contains: 'contains',
    containsNot: 'does not contain',
    startsWith: 'begins with',
    after: 'is after',
    before: 'is before',
  },
  choices: {
    ubl: 'UBL',
    cii: 'CII',
    facturae: 'Facturae',
    pdf: 'PDF',
    scan: 'scan',
    image: 'photo',
    statement: 'statement',
    orders: 'orders',
    other: 'other',
    console: 'console',
    drop: 'folder',
    mail: 'mail',
    archive: 'archive',
  },
  effects: {
    tag: 'tag it',
    note: 'write a note',
    tell: 'tell in the console',
    mail: 'send a mail',
    invoiceOrder: 'invoice the order',
    keepDocument: 'put the document away',
  },
};

export const menu = {
  automation: 'Automation',
};

export const commands = {
  newRule: 'New rule',
};

export const billing = {
  documents: {
    'automation-rule': 'Rule {{number}}',
    'rule-run': 'Run {{number}}',
  },
};

export const states = {
  'automation-rule': {
    draft: 'Draft',
    active: 'On',
    paused: 'Off',
  },
  'rule-run': {
    running: 'Running',
    done: 'Done',
    failed: 'Refused',
    held: 'Held',
    undoing: 'Being undone',
    undone: 'Undone',
  },
};

export const palette = {
  kinds: {
    'automation-rule': 'Rules',
    'rule-run': 'Runs of rules',
  },
};

export const permissions = {
  areas: {
    automation: 'Automation',
  },
  names: {
    automation: {
      read: 'See rules and what they did',
      write: 'Write rules and switch them on',
    },
  },
};

export const records = {
  did: {
    createRule: 'Wrote the rule',
    patchRule: 'Changed the rule',
    deleteRule: 'Deleted the rule',
    activateRule: 'Switched the rule on',
    pauseRule: 'Switched the rule off',
    undoRun: 'Asked to undo it',
    evaluateRules: 'Began the run',
    carryOutRuns: 'Carried it out',
  },
};
