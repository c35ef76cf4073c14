export const disputes = {
  action: 'Marcar en disputa',
  title: 'El cliente no está conforme con la factura {{number}}',
  text: 'Hasta que la disputa termine no se envían recordatorios ni se cobra por remesa. Sus días no devengan intereses de demora.',
  done: 'La factura {{number}} está en disputa.',
  facts: 'Disputas',
  since: 'desde el {{date}}',
  only: 'Sólo en disputa',
  end: {
    action: 'Cerrar la disputa',
    title: 'Cerrar la disputa de la factura {{number}}',
    outcome: 'Cómo se ha resuelto',
    text: 'La fecha es el último día de la disputa: desde el siguiente vuelve a devengar intereses, y se envían recordatorios.',
    done: 'La disputa de la factura {{number}} está cerrada.',
  },
} as const;

export const states = { dispute: { open: 'En disputa' } } as const;
export const records = {
  did: {
    disputeInvoice: 'Marcó la factura en disputa',
    resolveDispute: 'Cerró la disputa',
  },
} as const;

export const errors = {
  codes: {
    dispute_open: 'El cliente tiene la factura en disputa. Cierre antes esa disputa.',
    dispute_none: 'La factura no está en disputa.',
    dispute_paid: 'La factura ya está cobrada: no hay nada que disputar.',
    dispute_date: 'Ese día no puede ser. Elija uno desde la fecha de la factura, o desde el comienzo de la disputa, hasta hoy.',
  },
  figures: {
    dispute_open: 'El cliente tiene la factura {{document, id}} en disputa desde el {{date, date}}. Cierre antes esa disputa.',
    dispute_none: 'La factura {{document, id}} no está en disputa.',
    dispute_paid: 'La factura {{document, id}} ya está cobrada: no hay nada que disputar.',
    dispute_date: 'No puede ser el {{date, date}}. Elija un día del {{earliest, date}} al {{latest, date}}.',
  },
};

declare global {
  interface ConsoleTexts {
    disputes: typeof disputes;
  }
}
