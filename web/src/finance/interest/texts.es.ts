export const interest = {
  meaning:
    'Interés de demora entre empresas (Ley 3/2004, art. 7), por semestres, en porcentaje anual. Sin tipo confirmado no se calculan los días de ese semestre.',
  title: 'Intereses de demora hasta el {{date}}',
  lacking: 'Falta confirmar el tipo de {{semesters}}: sus días no están contados.',
  span: 'Días',
  days: 'N.º',
  owed: 'Pendiente',
  rate: 'Tipo anual',
  interest: 'Intereses',
  compensation: 'Costes de cobro (art. 8)',
  semester: 'Semestre',
  source: 'Fuente',
  unconfirmed: 'sin confirmar',
  by: 'puesto por {{by}} el {{date}}',
  set: {
    action: 'Poner el tipo',
    title: 'Poner el tipo de {{semester}}',
    none: 'Escriba el tipo y dónde se ha leído.',
    sourceHint: 'La resolución del BOE en la que se publica.',
    done: 'Se ha puesto el tipo de {{semester}}.',
  },
} as const;

export const menu = { lateRates: 'Intereses de demora' };
export const billing = { documents: { 'late-rate': 'Interés de demora {{number}}' } } as const;
export const records = { did: { putLateRate: 'Puso el tipo' } } as const;
export const fields = {
  messages: {
    'must be a half-year such as 2026S2': 'Indique un semestre, como 2026S2.',
    'must be a percentage such as 10.40': 'Escriba un porcentaje, como 10,40.',
  },
} as const;

declare global {
  interface ConsoleTexts {
    interest: typeof interest;
  }
}
