export const states = {
  order: {
    quote: 'Quote',
    placing: 'Being placed',
    placed: 'To ship',
    'partly-shipped': 'Partly shipped',
    shipped: 'Shipped',
    invoiced: 'Invoiced',
    paid: 'Paid',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  item: { active: 'In the catalogue', inactive: 'Out of the catalogue' },
  invoice: { open: 'Open', overdue: 'Overdue', paid: 'Paid' },
  'goods-receipt': { received: 'Received', reversed: 'Reversed', reversal: 'Reversal' },
} as const;
