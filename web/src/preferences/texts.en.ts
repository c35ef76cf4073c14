export const preferences = {
  notKept: 'It could not be kept',
  notSent: 'CachedPreferences in this browser only',
  again: 'Try again',
  undo: 'Undo',
} as const;
