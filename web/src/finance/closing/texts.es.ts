export const states = {
  'month-close': {
    checking: 'Comprobando',
    waiting: 'Pendiente de arreglar',
    closing: 'Cerrando',
    closed: 'Cerrado',
    rehearsed: 'Ensayado',
    cancelled: 'Detenido',
    reopened: 'Reabierto',
  },
  'close-check': { passed: 'Bien', failed: 'Por arreglar', waived: 'Dispensada', 'not-asked': 'No se pide' },
} as const;
export const records = {
  did: {
    startMonthClose: 'Empezó el cierre del mes',
    waiveCloseCheck: 'Dispensó una comprobación',
    cancelMonthClose: 'Detuvo el cierre',
    reopenMonth: 'Reabrió el mes',
    closeMonth: 'Comprobó y cerró el mes',
    followMonthCloses: 'Volvió a comprobar',
  },
} as const;
export const palette = { kinds: { 'month-close': 'Cierres de mes', 'close-check': 'Comprobaciones del cierre' } } as const;

/** What the API refuses, in the words of people. */
export const errors = {
  codes: {
    period_month_closed: 'El mes está cerrado. Ponga una fecha de un mes abierto o pida que se reabra.',
    'month-close_not_found': 'Ese cierre no existe.',
    'close-check_not_found': 'Ese cierre no tiene esa comprobación.',
    month_close_closed: 'Ese mes ya está cerrado.',
    month_close_not_over: 'El mes no ha terminado. Ensaye el cierre entretanto.',
    month_close_out_of_order: 'Hay un mes anterior abierto. Ciérrelo antes.',
    month_close_state: 'El cierre no está en un estado en el que se pueda hacer eso.',
    month_close_not_failed: 'Solo se dispensa una comprobación que no sale bien.',
    month_close_firm: 'Esta comprobación no se puede dispensar: los libros estarían mal.',
    month_close_waiver_days: 'Una dispensa vale desde hoy y tres meses como mucho.',
    month_close_waiver_own: 'Ha contabilizado en ese mes: la dispensa la da otra persona.',
    month_close_reopened_days: 'Un mes se reabre desde hoy y un mes como mucho.',
    month_close_later_closed: 'Un mes posterior está cerrado. Reábralo antes.',
  },
  figures: {
    period_month_closed: '{{period, month}} está cerrado. Ponga una fecha de un mes abierto o pida que se reabra.',
    period_month_closed_reopen: '{{period, month}} está cerrado con sus comprobaciones. Reabra su cierre.',
    payroll_run_period_month_closed:
      '{{period}} está cerrado con sus comprobaciones. Reabra su cierre, o calcule con asiento desde el {{open, date}}.',
    month_close_closed: '{{period, month}} ya está cerrado.',
    month_close_not_over: '{{period, month}} no ha terminado. Ensaye el cierre entretanto.',
    month_close_out_of_order: 'En {{earliest, month}} aún puede contabilizar cualquiera. Cierre antes los meses anteriores.',
    month_close_waiver_days: 'Una dispensa vale desde hoy y hasta el {{latest, date}} como mucho.',
    month_close_reopened_days: 'Un mes se reabre desde hoy y hasta el {{latest, date}} como mucho.',
    month_close_later_closed: '{{period, month}} está cerrado. Reábralo antes.',
  },
};
