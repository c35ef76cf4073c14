export const states = {
  order: {
    quote: 'Presupuesto',
    placing: 'Registrándose',
    placed: 'Por enviar',
    'partly-shipped': 'Enviado en parte',
    shipped: 'Enviado',
    invoiced: 'Facturado',
    paid: 'Cobrado',
    closed: 'Cerrado',
    cancelled: 'Cancelado',
  },
  invoice: { open: 'Pendiente', overdue: 'Vencida', paid: 'Cobrada' },
  draft: { draft: 'Borrador', issued: 'Emitido' },
  receipt: { applied: 'Aplicado', open: 'Con saldo a favor', reversed: 'Anulado' },
  creditNote: { applied: 'Aplicada', open: 'Con saldo a favor' },
} as const;
