export const forms = {
  wrong: 'Este valor no vale.',
} as const;

declare global {
  interface ConsoleTexts {
    forms: typeof forms;
  }
}
