export const preferences = {
  notKept: 'No se ha podido guardar',
  notSent: 'Guardado solo en este navegador',
  again: 'Volver a intentarlo',
  undo: 'Deshacer',
} as const;

export const errors = {
  codes: {
    preferences_changed: 'Otro navegador lo ha cambiado a la vez. Vuelva a cargar la página y repita el cambio.',
    preferences_too_large: 'No caben más vistas. Quite antes alguna que ya no use.',
  },
};

declare global {
  interface ConsoleTexts {
    preferences: typeof preferences;
  }
}
