export const recurring = {
  meaning: 'Se contabilizan solos cada mes, trimestre o año. Para añadir uno, abra un asiento manual del diario y elija «Repetir».',
  empty: 'Todavía no se repite ningún asiento. Abra uno en el',
  title: 'Repetir: {{text}}',
  action: 'Repetir',
  done: '{{text}}: se repetirá.',
  every: 'Cada',
  frequencies: { month: 'Mes', quarter: 'Trimestre', year: 'Año' },
  next: 'Próxima vez',
  until: 'Hasta (vacío: sin fin)',
  amount: 'Importe',
  actions: 'Acciones',
  stuck: 'No se pudo contabilizar: su periodo o una de sus cuentas no está abierta. Se intenta cada día.',
  end: {
    action: 'Terminar',
    title: 'Terminar la repetición: {{text}}',
    text: 'No se contabiliza más. Lo ya contabilizado se queda.',
    done: '{{text}}: ya no se repite.',
  },
};

export const menu = { recurringEntries: 'Asientos recurrentes' };
export const billing = { documents: { 'recurring-entry': 'Asiento recurrente {{number}}' } } as const;
export const states = { 'recurring-entry': { active: 'Activo', stuck: 'Detenido', ended: 'Terminado' } } as const;
export const palette = { kinds: { 'recurring-entry': 'Asientos recurrentes' } } as const;
export const records = {
  did: { createRecurringEntry: 'Hizo que se repita', endRecurringEntry: 'Terminó la repetición', postRecurrence: 'Contabilizó' },
} as const;
export const fields = { messages: { 'must be the id of a manual entry': 'Elija un asiento manual.' } } as const;

export const errors = {
  codes: {
    'manual-entry_not_found': 'Ese asiento no existe. Elíjalo del diario.',
    'recurring-entry_not_found': 'Ese asiento recurrente no existe. Vuelva a la lista.',
    recurring_reversed: 'El asiento está anulado, o es una anulación. Elija otro.',
    recurring_past: 'La próxima vez no puede ser anterior a hoy.',
    recurring_until: 'Acabaría antes de contabilizarse. Ponga una fecha posterior.',
    recurring_ended: 'Ese asiento recurrente ya ha terminado. No hace falta terminarlo.',
  },
  figures: {
    recurring_past: 'La próxima vez no puede ser anterior a hoy: ponga el {{earliest, date}} o un día posterior.',
    recurring_until: 'Acabaría antes de contabilizarse: ponga el {{earliest, date}} o un día posterior.',
  },
};

declare global {
  interface ConsoleTexts {
    recurring: typeof recurring;
  }
}
