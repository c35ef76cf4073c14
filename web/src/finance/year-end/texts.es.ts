export const yearEnd = {
  title: 'Cierre del ejercicio',
  meaning:
    'Cada año se cierra una vez que está todo contabilizado: los ingresos y gastos pasan a la 129 y los saldos se abren en el siguiente.',
  year: 'Ejercicio',
  taxpayer: 'Tipo del impuesto sobre sociedades',
  taxpayers: {
    general: 'Tipo general',
    micro: 'Microempresa (menos de 1 millón de €)',
    reduced: 'Entidad de reducida dimensión',
    new: 'Entidad de nueva creación',
  },
  result: 'Resultado',
  state: 'Estado',
  resultBeforeTax: 'Resultado antes de impuestos',
  resultNow: 'Resultado del ejercicio',
  closedBy: 'Último cierre',
  closedOn: '{{date}}, {{by}}: {{result}} (cierre n.º {{run}})',
  reason: 'Motivo de la reapertura',
  tasks: {
    title: 'Antes de cerrar',
    left_zero: 'No queda nada por hacer de lo que se ve en los libros.',
    left_one: 'Queda {{count}} cosa por hacer o por comprobar. No impide cerrar.',
    left_other: 'Quedan {{count}} cosas por hacer o por comprobar. No impiden cerrar.',
    left_many: 'Quedan {{count}} cosas por hacer o por comprobar. No impiden cerrar.',
    names: {
      drafts: 'Borradores y gastos sin contabilizar',
      stock: 'Existencias finales',
      unbilled: 'Facturas pendientes de recibir (4009)',
      deferrals: 'Periodificaciones (480 y 485)',
      depreciation: 'Amortizaciones',
      revaluation: 'Saldos en divisas',
      'tax-returns': 'Declaraciones de impuestos',
    },
    done: {
      drafts: 'No queda ninguno.',
      stock: 'Las existencias se han regularizado en el último mes.',
      unbilled: 'Hay {{amount}} contabilizados como pendientes de factura. Compruebe que siguen sin llegar.',
      deferrals: 'Hay periodificaciones contabilizadas en el último mes.',
      depreciation: 'Está todo amortizado hasta el último día.',
      revaluation: 'Están valorados al cambio del último día.',
      'tax-returns': 'Las trimestrales del ejercicio están presentadas.',
    },
    open: {
      drafts: 'Hay {{count}}{{more}} borradores de factura o gastos de empleados por decidir: emítalos o bórrelos.',
      stock:
        'Nadie ha ajustado las existencias en el último mes: cuéntelas y anote las diferencias o, si no las lleva aquí, contabilice su variación (610 con 300). Si el recuento cuadra, no hay nada que anotar.',
      unbilled: 'La 4009 tiene saldo deudor, {{amount}}: hay facturas sin sus mercancías.',
      deferrals: 'No se ha periodificado nada: mire si hay seguros, alquileres, intereses o cuotas que sean en parte del año siguiente.',
      depreciation: 'Faltan {{amount}} por amortizar hasta el último día.',
      revaluation:
        'Hay saldos en divisas ({{count}}) y el último mes no está valorado. Si el cambio no los ha hecho variar, no hay nada que contabilizar.',
      'tax-returns': 'Sin presentar, o sin anotar su justificante:',
    },
    nothing: {
      drafts: 'No hay ninguno.',
      stock: 'No hay existencias ni compras.',
      unbilled: 'No hay nada pendiente de factura.',
      deferrals: 'No hay gastos ni ingresos que puedan ser de dos ejercicios.',
      depreciation: 'No hay inmovilizado.',
      revaluation: 'No hay saldos en divisas.',
      'tax-returns': 'Ninguna que se lleve aquí: los modelos se conocen desde 2026.',
    },
    places: {
      drafts: 'Ver los borradores',
      stock: 'Ver las existencias',
      unbilled: 'Ver lo pendiente de factura',
      deferrals: 'Contabilizar un asiento',
      depreciation: 'Ver las amortizaciones',
      revaluation: 'Valorar los saldos',
      'tax-returns': 'Ver los impuestos',
    },
  },
  months: '1. Meses',
  monthsOpen: 'Abiertos todavía: {{months}}. Conviene cerrarlos antes.',
  monthsDone: 'Todos los meses están cerrados.',
  toPeriods: 'Ver los periodos',
  corporateTax: '2. Impuesto sobre sociedades',
  adjustment:
    'La propuesta no lo incluye: por amortización, ajuste fiscal de {{added}} de aumento y {{deducted}} de disminución de la base imponible (LIS art. 12.1).',
  corporateTaxText:
    'Calculado sobre el resultado contable: sin ajustes fiscales ni bases negativas de otros años, que sólo conoce quien lleva el impuesto.',
  noTax: 'No hay nada que proponer: no hay beneficio, ya está contabilizado o no se conoce el tipo de ese año.',
  closing: '3. Regularización, cierre y apertura',
  closingText:
    'Los informes del último día del ejercicio se siguen viendo como antes del cierre. Nadie puede contabilizar en el año mientras esté cerrado.',
  distribution: '4. Distribución del resultado',
  distributionText:
    'Primero las pérdidas de años anteriores, un décimo a la reserva legal hasta el quinto del capital y el resto a reservas. Lo decide la junta: cópielo y cámbielo si acuerda otra cosa.',
  noDistribution: 'No hay resultado en la 129 que distribuir. Aparece aquí cuando el ejercicio está cerrado.',
  close: {
    action: 'Cerrar el ejercicio',
    title: 'Cerrar el ejercicio {{year}}',
    text: 'El resultado de {{year}}, {{result}}, pasa a la 129, y los saldos se abren al año siguiente.',
    done: 'Ejercicio {{year}} cerrado.',
  },
  reopen: {
    action: 'Reabrir el ejercicio',
    title: 'Reabrir el ejercicio {{year}}',
    text: 'Se anulan los asientos de cierre y apertura de {{year}}. Después de contabilizar lo que falte, vuelva a cerrarlo.',
    done: 'Ejercicio {{year}} reabierto.',
  },
  post: {
    action: 'Contabilizar',
    title: 'Contabilizar: {{text}}',
    text: 'Se contabiliza con fecha {{date}}, tal como se propone.',
    done: '{{text}}: contabilizado.',
  },
};

export const menu = { yearEnd: 'Cierre del ejercicio' };

export const billing = { documents: { 'year-end': 'Ejercicio {{number}}', 'year-end-entry': 'Asiento de cierre {{number}}' } } as const;
export const books = { sources: { 'year-end-entry': 'Cierre del ejercicio' } } as const;
export const states = {
  'year-end': { open: 'Abierto', closed: 'Cerrado', reopened: 'Reabierto' },
  'year-task': { done: 'Hecho', open: 'Por hacer', nothing: 'No procede' },
  'year-end-entry': { reversed: 'Anulado', reversal: 'Anulación' },
} as const;
export const palette = { kinds: { 'year-end-entry': 'Asientos de cierre' } } as const;
export const records = { did: { closeYear: 'Cerró el ejercicio', reopenYear: 'Reabrió el ejercicio' } } as const;

export const errors = {
  codes: {
    fiscal_year_exists: 'Ese ejercicio ya está abierto.',
    fiscal_year_which: 'Indique un año natural o el último mes del ejercicio, no los dos.',
    fiscal_year_too_long: 'El ejercicio es demasiado largo.',
    fiscal_year_too_far: 'Cambian demasiados meses a la vez. Cambie primero el final y después el principio.',
    fiscal_year_was_closed: 'Ese ejercicio se ha cerrado alguna vez: sus meses ya no cambian.',
    fiscal_year_opened: 'Los libros se abrieron con ese ejercicio: empieza cuando empieza.',
    fiscal_year_has_entries: 'Hay asientos en meses que quedarían antes del ejercicio.',
    fiscal_year_not_first: 'Hay un ejercicio anterior: este empieza cuando termina aquel.',
    fiscal_year_not_last: 'Hay un ejercicio posterior: este termina cuando empieza aquel.',
    fiscal_year_not_found: 'Ese ejercicio no existe. Ábralo primero o elija otro.',
    period_year_closed: 'El ejercicio está cerrado. Ponga una fecha posterior o reabra el ejercicio.',
    year_end_closed: 'Ese ejercicio ya está cerrado.',
    year_end_not_closed: 'Ese ejercicio no está cerrado.',
    'year-end_not_found': 'Ese ejercicio no se ha cerrado nunca.',
    year_end_not_over: 'El ejercicio no ha terminado todavía. Espere a que acabe.',
    year_end_out_of_order: 'Hay un ejercicio anterior sin cerrar. Ciérrelo antes.',
    year_end_next_not_open: 'El ejercicio siguiente no está abierto. Ábralo en Periodos: los saldos continúan en él.',
    year_end_later_closed: 'El ejercicio siguiente también está cerrado. Reábralo antes.',
  },
  figures: {
    fiscal_year_exists: 'El ejercicio {{year}} ya está abierto.',
    fiscal_year_too_long: 'Un ejercicio tiene {{most}} meses como mucho, y este tendría {{months}}.',
    fiscal_year_too_far: 'Cambian {{months}} meses a la vez y pueden cambiar {{most}}. Cambie primero el final y después el principio.',
    fiscal_year_was_closed: 'El ejercicio {{year}} se ha cerrado alguna vez: sus meses ya no cambian.',
    fiscal_year_opened: 'Los libros se abrieron con el ejercicio {{year}}: empieza cuando empieza.',
    fiscal_year_has_entries: 'Hay asientos en {{period, month}}: el ejercicio no puede empezar más tarde.',
    fiscal_year_not_first: 'Hay un ejercicio anterior al de {{year}}: empieza cuando termina aquel.',
    fiscal_year_not_last: 'El ejercicio {{next}} sigue al de {{year}}, que termina cuando empieza aquel.',
    fiscal_year_not_found: 'No existe el ejercicio {{year}}. Ábralo primero o elija otro.',
    period_year_closed: 'El ejercicio {{year}} está cerrado. Ponga una fecha posterior o reabra el ejercicio.',
    year_end_closed: 'El ejercicio {{year}} ya está cerrado.',
    year_end_not_closed: 'El ejercicio {{year}} no está cerrado.',
    year_end_not_over: 'El ejercicio {{year}} no ha terminado: se puede cerrar desde el {{earliest, date}}.',
    year_end_out_of_order: 'El ejercicio {{earliest}} no está cerrado todavía. Ciérrelo antes que el de {{year}}.',
    year_end_next_not_open:
      'El ejercicio que empieza el {{next, date}} no está abierto. Ábralo en Periodos: los saldos de {{year}} continúan en él.',
    year_end_later_closed: 'El ejercicio {{next}} también está cerrado. Reábralo antes que el de {{year}}.',
  },
};

declare global {
  interface ConsoleTexts {
    yearEnd: typeof yearEnd;
  }
}
