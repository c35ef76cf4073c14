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
  invoice: { open: 'Open', overdue: 'Overdue', paid: 'Paid' },
  draft: { draft: 'Draft', issued: 'Issued' },
  receipt: { applied: 'Applied', open: 'Unapplied credit', reversed: 'Reversed' },
  creditNote: { applied: 'Applied', open: 'Unapplied credit' },
} as const;
