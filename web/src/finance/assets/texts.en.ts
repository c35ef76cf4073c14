export const assets = {
  new: 'Register a fixed asset',
  registered: '{{name}}: registered.',
  search: 'Name or account',
  empty: {
    title: 'No fixed assets yet',
    text: 'Register what the company uses for years: machines, equipment, furniture, software. It is depreciated every month, or whenever you say.',
  },
  name: 'Name',
  account: 'Account',
  assetClass: 'Class (LIS art. 12)',
  assetClassHint: 'Proposes the highest percentage that is deducted.',
  inUseOn: 'In use since',
  until: 'Depreciated until',
  cost: 'Cost',
  residual: 'Residual value',
  method: 'Depreciation',
  methods: {
    'straight-line': 'Straight line',
    'constant-percentage': 'Constant percentage',
    digits: 'Sum of digits',
    none: 'Not depreciated',
  },
  percent: 'Percentage a year',
  years: 'Years',
  basis: 'By',
  bases: { days: 'days', months: 'months' },
  inYears_one: '{{count}} year',
  inYears_many: '{{count}} years',
  inYears_other: '{{count}} years',
  facts: 'Facts',
  depreciated: 'Depreciated',
  impaired: 'Impairment',
  bookValue: 'Book value',
  schedule: 'Depreciation schedule',
  year: 'Year',
  posted: 'Posted',
  planned: 'To come',
  taxAdjustment: 'Tax adjustment',
  taxWarnings: {
    maximum:
      'It is depreciated faster than the law deducts (LIS art. 12.1; table: {{percent}} % in a straight line): the excess of each year is added to the taxable base, and deducted later.',
    period: 'It is depreciated in more than the {{years}} years of the table (LIS art. 12.1): below the minimum.',
    method:
      'Buildings, furniture and household goods are deducted in straight lines alone (LIS art. 12.1.b and c; table: {{percent}} %): the excess of each year is added to the taxable base.',
  },
  faults: {
    name: 'Enter a name.',
    account: 'Choose an account below 20, 21 or 22; land (210, 220) is not depreciated.',
    cost: 'Enter an amount greater than zero.',
    residual: 'It must be less than the cost.',
    inUseOn: 'Choose a date.',
    percent: 'Enter a percentage or the years, one of them; of a constant percentage both.',
    years: 'Enter the years.',
  },
  depreciate: {
    action: 'Depreciate',
    title: 'Depreciate what is due',
    text_one: '{{count}} asset is depreciated until {{date}}.',
    text_many: '{{count}} assets are depreciated until {{date}}.',
    text_other: '{{count}} assets are depreciated until {{date}}.',
    done: 'Depreciation posted.',
    more: 'A part is posted: other assets are due on that day. Depreciate again.',
  },
  dispose: {
    action: 'Dispose',
    title: 'Dispose of {{name}}',
    price: 'Price without VAT',
    priceHint: 'Empty: scrapped for nothing. VAT is on the invoice.',
    text: 'Result of the disposal: {{result}}.',
    invoice: 'Invoice of the sale',
    invoiceHint: 'Its number, where it was issued: while it stands, the disposal is not undone.',
    done: '{{name}}: disposed of.',
  },
  impair: {
    action: 'Impair',
    title: 'Impair {{name}}',
    text: 'What it has lost beyond its depreciation.',
    none: 'Enter the amount',
    done: '{{name}}: impairment posted.',
  },
  recover: {
    action: 'Reverse impairment',
    title: 'Reverse the impairment of {{name}}',
    text: 'At most up to what it would be worth without the impairment (PGC, standard 2.2.2).',
    done: '{{name}}: impairment reversed.',
  },
  withdraw: {
    action: 'Take back',
    title: 'Take back {{name}}',
    text: 'For one that was registered by mistake, of which nothing is posted. The line of its bill is free again.',
    done: '{{name}}: taken back.',
  },
  undo: {
    action: 'Undo',
    title: 'Undo what was posted',
    text: 'Its entry is reversed, the asset is as it was, and its schedule goes on from there.',
    done: 'Undone: the asset is as it was.',
  },
  entries: {
    empty: 'Nothing has been posted of fixed assets yet.',
    event: 'What',
    events: {
      depreciation: 'Depreciation',
      impairment: 'Impairment',
      'impairment-reversal': 'Reversal of an impairment',
      disposal: 'Disposal',
    },
    assets: 'Assets',
    actions: 'Actions',
  },
  reverse: { action: 'Reverse', title: 'Reverse the depreciation', done: 'Depreciation reversed.' },
};

export const menu = { fixedAssets: 'Fixed assets', assetEntries: 'Depreciations and disposals' };
export const commands = { newAsset: 'Register a fixed asset' };
export const billing = { documents: { 'fixed-asset': 'Fixed asset {{number}}', 'asset-entry': 'Asset entry {{number}}' } };
export const books = { sources: { 'asset-entry': 'Fixed assets' } };
export const states = {
  'fixed-asset': { 'in-use': 'In use', depreciated: 'Depreciated', disposed: 'Disposed', withdrawn: 'Taken back' },
  'asset-entry': { reversed: 'Reversed', reversal: 'Reversal' },
};
export const palette = { kinds: { 'fixed-asset': 'Fixed assets', 'asset-entry': 'Depreciations and disposals' } };
export const records = {
  did: {
    registerAsset: 'Registered the asset',
    withdrawAsset: 'Took the asset back',
    reviseAsset: 'Changed the depreciation',
    impairAsset: 'Posted an impairment',
    disposeAsset: 'Disposed of it',
    depreciateAssets: 'Depreciated',
    reverseDepreciation: 'Reversed the depreciation',
    reverseImpairment: 'Reversed the impairment',
    undoAssetEntry: 'Undid what was posted',
  },
  fields: { plan: 'Depreciation', residual: 'Residual value' },
};
