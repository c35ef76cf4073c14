export const preferences = {
  notKept: 'No se ha podido guardar',
  notSent: 'Guardado solo en este navegador',
  again: 'Volver a intentarlo',
  undo: 'Deshacer',
} as const;
