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
  item: { active: 'En catálogo', inactive: 'Fuera de catálogo' },
  invoice: { open: 'Pendiente', overdue: 'Vencida', paid: 'Cobrada' },
  'goods-receipt': { received: 'Recibida', reversed: 'Anulada', reversal: 'Anulación' },
} as const;
