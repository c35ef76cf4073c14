export const actions = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  preview: 'What will happen',
  entries: 'Entries that will be made',
  noEntry: 'No journal entry is made.',
  date: 'Date',
  reason: 'Reason',
  dateNeeded: 'Give the date.',
  reasonNeeded: 'Give the reason: it stays on record.',
} as const;
