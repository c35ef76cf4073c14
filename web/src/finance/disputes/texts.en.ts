export const disputes = {
  action: 'Dispute',
  title: 'The customer disputes invoice {{number}}',
  text: 'No reminder goes out and no direct debit collects it until the dispute ends. Its days bear no interest for late payment.',
  done: 'Invoice {{number}} is disputed.',
  facts: 'Disputes',
  since: 'since {{date}}',
  only: 'Only disputed ones',
  end: {
    action: 'End dispute',
    title: 'End the dispute over invoice {{number}}',
    outcome: 'What came of it',
    text: 'The date is the last day of the dispute: from the next on it bears interest again, and reminders go out.',
    done: 'The dispute over invoice {{number}} has ended.',
  },
};

export const states = { dispute: { open: 'Disputed' } };
export const records = {
  did: {
    disputeInvoice: 'Recorded a dispute',
    resolveDispute: 'Ended the dispute',
  },
};
