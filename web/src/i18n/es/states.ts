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
  period: {
    open: 'Abierto',
    closed: 'Cerrado',
    locked: 'Bloqueado',
  },
} as const;
