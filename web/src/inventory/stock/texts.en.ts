export const stock = {
  item: 'Item',
  warehouse: 'Warehouse',
  inMain: 'Main warehouse',
  onHand: 'On hand',
  reserved: 'Reserved',
  committed: 'Committed',
  backordered: 'Back-ordered',
  waitingOrder: 'Order that waits, in turn',
  available: 'Available',
  averageCost: 'Average cost',
  value: 'Value',
  total: 'Total',
  date: 'Date',
  reason: 'Reason',
  quantity: 'Quantity',
  unitCost: 'Unit cost',
  note: 'Note',
  by: 'By',
  short: 'Short',
  search: 'Search by code or name',
  searchAdjustments: 'Search by item or note',
  valuation: 'Value of all stock',
  equals: '= balance of account 300',
  itemCount_one: '{{shown}} item',
  itemCount_other: '{{shown}} items',
  itemCount_many: '{{shown}} items',
  inWarehouses: 'Stock by warehouse',
  open: 'See stock',
  itemPage: 'See the item in the catalogue',
  never: 'It has not come into any warehouse yet.',
  adjustments: 'Recent adjustments',
  noAdjustments: 'No adjustments yet',
  noAdjustmentsText: 'When a count does not agree, correct it here with its reason.',
  reasons: { count: 'Count', damage: 'Damage', theft: 'Theft', sample: 'Sample', other: 'Other' },
  empty: { title: 'No stock here', text: 'Register the first goods that come in, with their cost.' },
  adjust: {
    action: 'Adjust stock',
    title: 'Adjust stock',
    titleOf: 'Adjust the stock of {{code}}',
    counted: 'Counted',
    countedHint: 'What is physically there',
    quantity: 'Or the difference',
    quantityHint: 'Negative for a loss, positive for a find',
    costHint: 'Empty: at average cost',
    effect: 'Difference: {{quantity}}. The value of the stock changes by {{value}}.',
    short: '{{short}} less than is reserved ({{reserved}}). Orders still to be shipped:',
    done: '{{code}}: stock adjusted by {{quantity}}.',
    faults: {
      itemId: 'Choose the item.',
      counted: 'Enter what was counted (zero or more, with at most three decimals) or the difference.',
      quantity: 'Enter the difference: a number other than zero, with at most three decimals.',
      date: 'Enter the date.',
      unitCost: 'The cost is a number of zero or more, with at most six decimals.',
    },
  },
} as const;

export const warehouses = {
  title: 'Warehouses',
  new: 'New warehouse',
  code: 'Code',
  codeHint: 'Lower-case letters, digits and hyphens; cannot be changed later',
  name: 'Name',
  done: 'The warehouse {{name}} is ready.',
  faults: {
    code: 'From 1 to 20 lower-case letters, digits or hyphens, such as getafe.',
    name: 'Enter the name, up to 80 characters.',
  },
} as const;

export const palette = {
  kinds: {
    'stock-adjustment': 'Stock adjustments',
    warehouse: 'Warehouses',
  },
};

export const menu = {
  stock: 'Stock',
  adjustments: 'Stock adjustments',
};

export const commands = {
  adjustStock: 'Adjust stock',
};
