export const forms = {
  wrong: 'This value is not valid.',
  required: 'This is needed.',
} as const;
