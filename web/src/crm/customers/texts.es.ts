export const customers = {
  name: 'Nombre',
  taxId: 'NIF',
  taxIdHint: 'NIF, NIE o identificación extranjera',
  sameTaxId: '{{customers}} tiene el mismo NIF ({{taxId}}): mire si son el mismo cliente.',
  vies: {
    label: 'VIES',
    hint: 'Qué respondió al consultar el NIF-IVA; vale un año',
    none: 'Sin consultar',
    yes: 'Válido',
    no: 'No válido',
    on: 'Consultado el',
  },
  email: 'Correo electrónico',
  emailHint: 'Recibe las facturas y los recordatorios',
  paymentDays: 'Plazo de pago',
  paymentDaysHint: 'Días de la factura al vencimiento',
  days_one: '{{count}} día',
  days_other: '{{count}} días',
  days_many: '{{count}} días',
  creditLimit: 'Límite de crédito',
  creditLimitHint: 'Vacío: sin límite',
  noLimit: 'Sin límite',
  offices: {
    title: 'Centros DIR3 (Administración pública)',
    hint: 'Solo para organismos públicos: van en la Facturae y FACe los exige. Deje los tres vacíos para los demás.',
    accounting: 'Oficina contable',
    managing: 'Órgano gestor',
    processing: 'Unidad tramitadora',
  },
  address: 'Dirección',
  street: 'Calle y número',
  postalCode: 'Código postal',
  city: 'Población',
  province: 'Provincia',
  country: 'País',
  externalRef: 'Referencia externa',
  since: 'Cliente desde',
  search: 'Buscar por nombre, NIF o correo',
  facts: 'Datos',
  empty: { title: 'Todavía no hay clientes', text: 'Dé de alta el primero, o importe el fichero de su tienda.' },
  new: { title: 'Nuevo cliente', done: '{{name}} es ya cliente.' },
  edit: { action: 'Modificar', title: 'Modificar a {{name}}', done: 'Se ha guardado {{name}}.' },
  newOrder: 'Nuevo pedido',
  credit: {
    title: 'Crédito',
    none: 'Este cliente no tiene límite de crédito: se le puede vender a crédito sin tope.',
    used: 'Usado {{used}} de {{limit}}',
    free: 'Quedan {{free}} para nuevos pedidos.',
    over: 'Supera el límite en {{over}}: no caben más pedidos a crédito.',
    full: 'No queda crédito para nuevos pedidos.',
    counting: 'El límite es de hace poco y se está volviendo a contar: puede faltar algún pedido de ese momento.',
    what: 'Cuenta lo pedido y lo facturado que no se ha cobrado.',
  },
  history: {
    orders: 'Pedidos',
    invoices: 'Facturas',
    receipts: 'Cobros',
    none: 'Ninguno todavía.',
    due: 'Vence',
    openAmount: 'Por aplicar',
  },
  balance: {
    title: 'Saldo',
    open: 'Pendiente de cobro',
    overdue: 'Vencido',
    unapplied: 'Cobrado sin aplicar',
    settled: 'No debe nada.',
    capped: 'Suma de los documentos abiertos más recientes; hay más.',
  },
  faults: {
    name: 'Escriba el nombre o la razón social.',
    taxId: 'Este NIF no es válido: revise las cifras y la letra de control. Si es extranjero, dé la dirección con su país.',
    email: 'Escriba una dirección de correo, como compras@ejemplo.es.',
    paymentDays: 'De 0 a 180 días.',
    creditLimit_amount: 'Un importe de cero o más, con dos decimales como mucho.',
    address_street: 'La dirección necesita calle y número.',
    address_postalCode: 'La dirección necesita código postal.',
    address_city: 'La dirección necesita población.',
    address_country: 'Elija el país.',
  },
} as const;

export const errors = {
  codes: {
    customer_credit_exceeded:
      'Con este pedido el cliente pasaría de su límite de crédito. Cobre lo que debe, suba el límite o reduzca el pedido.',
    customer_not_found: 'Ese cliente no existe. Elíjalo de la lista.',
    customer_tax_id:
      'Ese NIF no es español: su carácter de control no cuadra. Corríjalo o, si el cliente es extranjero, ponga su dirección con el país.',
    vies_check: 'La consulta al VIES es de un NIF-IVA y de un día ya pasado. Ponga ambos.',
    tax_vies: 'No consta que su NIF-IVA sea válido en el VIES. Consúltelo, anote la respuesta en su ficha, o elija otro tipo de IVA.',
    customer_walk_in: 'Del cliente de mostrador solo se puede cambiar el nombre.',
    'customer-reference_exists': 'Otro cliente tiene ya esa referencia. Escriba otra, o busque a ese cliente.',
  },
  figures: {
    customer_credit_exceeded:
      '{{customer}} tiene un límite de crédito de {{limit, money}} y ya se usan {{used, money}}: con {{amount, money}} más lo pasaría en {{excess, money}}. Cobre lo que debe, suba el límite o reduzca el pedido.',
    customer_tax_id:
      '{{taxId}} no es un NIF español: su carácter de control no cuadra. Corríjalo o, si el cliente es extranjero, ponga su dirección con el país.',
    tax_vies_none:
      'De {{party}} no consta una consulta al VIES de su NIF-IVA {{taxId}}. Consúltelo, anote la respuesta en su ficha, o elija otro tipo de IVA.',
    tax_vies_not_valid:
      'El {{date, date}} el NIF-IVA {{taxId}} de {{party}} no era válido en el VIES. Consúltelo otra vez, o elija otro tipo de IVA.',
    tax_vies_old:
      'La consulta al VIES de {{taxId}} ({{party}}) es del {{date, date}}, de hace más de un año. Consúltelo otra vez y anótelo en su ficha.',
    'customer-reference_exists': 'Otro cliente tiene ya la referencia {{id, id}}. Escriba otra, o busque a ese cliente.',
  },
};

export const palette = {
  kinds: {
    customer: 'Clientes',
  },
};

export const menu = {
  customers: 'Clientes',
};

export const commands = {
  newCustomer: 'Nuevo cliente',
};

declare global {
  interface ConsoleTexts {
    customers: typeof customers;
  }
}
