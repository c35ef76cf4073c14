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
  period: {
    open: 'Open',
    closed: 'Closed',
    locked: 'Locked',
  },
} as const;
