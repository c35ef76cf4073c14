export const commands = {
  newOrder: 'Nuevo pedido',
  newCustomer: 'Nuevo cliente',
  newItem: 'Nuevo artículo',
  newImport: 'Nueva importación',
  recordReceipt: 'Registrar cobro',
  newDraft: 'Nuevo borrador de factura',
  receiveGoods: 'Recibir mercancía',
  adjustStock: 'Ajustar existencias',
  postEntry: 'Nuevo asiento',
  inviteMember: 'Invitar a un usuario',
} as const;
