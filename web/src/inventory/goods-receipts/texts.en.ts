export const goodsReceipts = {
  one: 'Goods receipt of {{date}}',
  facts: 'Details',
  origin: 'Origin',
  origins: { supplier: 'Supplier', opening: 'Opening stock', return: 'Customer return' },
  reference: 'Delivery note',
  supplierHint: 'No other supplier can then bill them.',
  cost: 'Cost',
  billed: 'Billed',
  bills: 'Bills of these goods',
  noBills: 'No bill has come yet.',
  document: 'Document',
  billedValue: 'At cost',
  search: 'Search by delivery note or code',
  andMore_one: '{{codes}} and {{count}} more',
  andMore_other: '{{codes}} and {{count}} more',
  andMore_many: '{{codes}} and {{count}} more',
  empty: { title: 'No goods have come in yet', text: 'Register the first receipt: what arrives, how much and at what cost.' },
  new: {
    action: 'Receive goods',
    title: 'Receive goods',
    confirm: 'Register receipt',
    discard: 'Clear',
    done: 'The goods have come in.',
  },
  reverse: {
    action: 'Reverse receipt',
    title: 'Reverse the goods receipt',
    text: 'The goods leave the warehouse at the cost at which they came in.',
    done: 'The receipt is reversed.',
  },
  faults: {
    lines: 'Enter at least one line.',
    itemId: 'Choose the item.',
    quantity: 'Above zero; three decimals.',
    unitCost: 'Zero or more; six decimals.',
    date: 'Enter the date.',
    reference: 'Up to 80 characters.',
    supplierId: 'Choose the supplier, or leave it empty.',
    service: 'It is a service: it has no stock.',
  },
} as const;

export const states = {
  'goods-receipt': { received: 'Received', reversed: 'Reversed', reversal: 'Reversal' },
};

export const palette = {
  kinds: {
    'goods-receipt': 'Goods receipts',
  },
};

export const menu = {
  goodsReceipts: 'Goods receipts',
};

export const commands = {
  receiveGoods: 'Receive goods',
};
