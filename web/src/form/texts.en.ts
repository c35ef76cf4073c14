export const forms = {
  wrong: 'This value is not valid.',
} as const;
