export const recurring = {
  meaning: 'Posted by themselves every month, quarter or year. To add one, open a manual entry of the journal and choose “Repeat”.',
  empty: 'No entry is repeated yet. Open one in the',
  title: 'Repeat: {{text}}',
  action: 'Repeat',
  done: '{{text}}: will be repeated.',
  every: 'Every',
  frequencies: { month: 'Month', quarter: 'Quarter', year: 'Year' },
  next: 'Next time',
  until: 'Until (empty: no end)',
  amount: 'Amount',
  actions: 'Actions',
  stuck: 'It could not be posted: its period or one of its accounts is not open. It is tried each day.',
  end: {
    action: 'End',
    title: 'End the repetition: {{text}}',
    text: 'Nothing more is posted. What was posted stays.',
    done: '{{text}}: is not repeated any more.',
  },
};

export const menu = { recurringEntries: 'Recurring entries' };
export const billing = { documents: { 'recurring-entry': 'Recurring entry {{number}}' } };
export const states = { 'recurring-entry': { active: 'Active', stuck: 'Stuck', ended: 'Ended' } };
export const palette = { kinds: { 'recurring-entry': 'Recurring entries' } };
export const records = {
  did: { createRecurringEntry: 'Had it repeated', endRecurringEntry: 'Ended the repetition', postRecurrence: 'Posted' },
};
