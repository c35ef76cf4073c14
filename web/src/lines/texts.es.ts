export const lines = {
  facts: 'Datos',
  totals: 'Importe',
  no: 'Línea {{no}}',
  remove: 'Quitar la línea {{no}}',
  removed: 'Se ha quitado la línea {{no}}.',
  undo: 'Deshacer',
  service: 'Servicio',
  available: '{{quantity}} disp.',
  incomplete: 'Complete las líneas para ver el asiento que se hará.',
  keys: 'Intro pasa al campo siguiente; Ctrl+Supr quita la línea; Ctrl+Intro termina. Lo escrito se guarda en este equipo.',
  makeCustomer: 'Crear el cliente «{{name}}»',
  customer: {
    title: 'Nuevo cliente',
    action: 'Crear cliente',
    name: 'Nombre',
    taxId: 'NIF',
    email: 'Correo electrónico',
    paymentDays: 'Plazo de pago (días)',
    bad: 'Revise este dato.',
    done: 'Creado el cliente {{name}}.',
  },
} as const;

declare global {
  interface ConsoleTexts {
    lines: typeof lines;
  }
}
