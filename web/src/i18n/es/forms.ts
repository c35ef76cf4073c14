export const forms = {
  wrong: 'Este valor no vale.',
  required: 'Hace falta.',
} as const;
