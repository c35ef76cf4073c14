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
  import: { waiting: 'Esperando el fichero', running: 'En curso', done: 'Terminada', failed: 'Fallida' },
  importRow: { sold: 'Vendida', returned: 'Devuelta', already: 'Ya importada', changed: 'Cambiada', 'not-taken': 'No tomada' },
  item: { active: 'En catálogo', inactive: 'Fuera de catálogo' },
  invoice: { open: 'Pendiente', overdue: 'Vencida', paid: 'Cobrada' },
  member: { invited: 'Invitado', active: 'Con acceso', removed: 'Sin acceso' },
} as const;
