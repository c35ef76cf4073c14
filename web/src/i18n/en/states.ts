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
  import: { waiting: 'Waiting for its file', running: 'Running', done: 'Done', failed: 'Failed' },
  importRow: { sold: 'Sold', returned: 'Returned', already: 'Before', changed: 'Changed', 'not-taken': 'Not taken' },
  item: { active: 'In the catalogue', inactive: 'Out of the catalogue' },
  invoice: { open: 'Open', overdue: 'Overdue', paid: 'Paid' },
  member: { invited: 'Invited', active: 'With access', removed: 'Without access' },
} as const;
