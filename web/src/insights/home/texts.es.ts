export const home = {
  of: '{{company}} · {{date}}',
  waiting: {
    title: 'Qué está esperando',
    none: { title: 'No hay nada esperando', text: 'Todo está enviado, facturado y al día.' },
    since: 'desde el {{date}}',
    more: 'más de {{count}}',
    ordersToShip_one: 'Pedido por enviar',
    ordersToShip_other: 'Pedidos por enviar',
    ordersToShip_many: 'Pedidos por enviar',
    ordersBackordered_one: 'Pedido en espera de existencias',
    ordersBackordered_other: 'Pedidos en espera de existencias',
    ordersBackordered_many: 'Pedidos en espera de existencias',
    ordersToInvoice_one: 'Pedido por facturar',
    ordersToInvoice_other: 'Pedidos por facturar',
    ordersToInvoice_many: 'Pedidos por facturar',
    overdueInvoices_one: 'Factura vencida',
    overdueInvoices_other: 'Facturas vencidas',
    overdueInvoices_many: 'Facturas vencidas',
    failedImports_one: 'Importación con problemas',
    failedImports_other: 'Importaciones con problemas',
    failedImports_many: 'Importaciones con problemas',
    stockShort_one: 'Artículo sin existencias bastantes',
    stockShort_other: 'Artículos sin existencias bastantes',
    stockShort_many: 'Artículos sin existencias bastantes',
    returnsToReceive_one: 'Devolución por recibir',
    returnsToReceive_other: 'Devoluciones por recibir',
    returnsToReceive_many: 'Devoluciones por recibir',
    returnsToRefund_one: 'Devolución por reembolsar',
    returnsToRefund_other: 'Devoluciones por reembolsar',
    returnsToRefund_many: 'Devoluciones por reembolsar',
  },
  figures: {
    title: 'Cómo va {{month}}',
    sales: 'Ventas netas del mes',
    received: 'Entradas de dinero',
    receivable: 'Deben los clientes',
    stock: 'Valor de las existencias',
    year: 'Ventas de doce meses',
    today: 'Hoy: {{amount}}',
    paid: 'Salidas del mes: {{amount}}',
    receivableNote: 'Facturas pendientes menos abonos sin aplicar',
    stockNote: 'A coste medio, hoy',
    lastMonth: 'frente a los mismos días del mes pasado ({{amount}})',
    days_one: 'Ventas de {{count}} día.',
    days_other: 'Ventas de los últimos {{count}} días; el mejor, el {{date}}: {{amount}}.',
    days_many: 'Ventas de los últimos {{count}} días; el mejor, el {{date}}: {{amount}}.',
    months: 'El mejor mes, {{month}}: {{amount}}',
    noSales: 'Todavía no hay ventas.',
  },
  first: {
    title: 'Primeros pasos',
    text: '{{count}} de {{of}} hechos. Puede dejarlos y volver cuando quiera.',
    done: '(hecho)',
    company: { title: 'Los datos de la empresa', text: 'Nombre, NIF, dirección e IBAN: son los que llevan las facturas.' },
    years: { title: 'El ejercicio contable', text: 'Con su primer ejercicio abierto se puede registrar con fecha de hoy.' },
    items: { title: 'El primer artículo', text: 'Qué vende, a qué precio y con qué IVA.' },
    customers: { title: 'El primer cliente', text: 'A quién vende. Para ventas de mostrador ya hay uno.' },
    stock: { title: 'La mercancía que ya tiene', text: 'Regístrela como una entrada, con lo que costó.' },
    orders: { title: 'El primer pedido', text: 'A mano, o con el fichero de su tienda en Importaciones.' },
    members: { title: 'Las personas de la empresa', text: 'Invítelas y elija qué puede hacer cada una.' },
  },
} as const;

export const menu = {
  home: 'Inicio',
};

declare global {
  interface ConsoleTexts {
    home: typeof home;
  }
}
