export const supplierRefunds = {
  search: 'Buscar por número o proveedor',
  from: 'Abonos que liquida',
  line: 'Movimiento del banco',
  reversed: 'Anulado el {{date}}: {{reason}}',
  empty: {
    title: 'Todavía no hay reembolsos de proveedores',
    text: 'Cuando un proveedor devuelva dinero, concilie el ingreso del banco con sus abonos pendientes: el reembolso quedará aquí.',
  },
};

export const menu = { supplierRefunds: 'Reembolsos de proveedores' };

export const states = { 'supplier-refund': { received: 'Recibido', reversed: 'Anulado' } };

export const errors = { codes: { 'supplier-refund_not_found': 'Ese reembolso no existe. Vuelva a la lista de reembolsos.' } };

declare global {
  interface ConsoleTexts {
    supplierRefunds: typeof supplierRefunds;
  }
}
