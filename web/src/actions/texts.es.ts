export const actions = {
  cancel: 'Cancelar',
  close: 'Cerrar',
  save: 'Guardar',
  preview: 'Qué pasará',
  entries: 'Asientos que se harán',
  noEntry: 'No hace ningún asiento.',
  date: 'Fecha',
  reason: 'Motivo',
  dateNeeded: 'Indique la fecha.',
  reasonNeeded: 'Escriba el motivo: queda en el registro.',
} as const;

declare global {
  interface ConsoleTexts {
    actions: typeof actions;
  }
}
