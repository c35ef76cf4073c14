export const supplierRefunds = {
  search: 'Search by number or supplier',
  from: 'Credit notes that it settles',
  line: 'Line of the bank',
  reversed: 'Reversed on {{date}}: {{reason}}',
  empty: {
    title: 'No refunds by suppliers yet',
    text: 'When a supplier pays money back, match the line of the bank with its open credit notes: the refund will be here.',
  },
};

export const menu = { supplierRefunds: 'Refunds by suppliers' };

export const states = { 'supplier-refund': { received: 'Received', reversed: 'Reversed' } };
