export const payables = {
  supplier: 'Proveedor',
  reference: 'N.º del proveedor',
  register: 'N.º de registro',
  receivedOn: 'Recibida el',
  receivedHint: 'Se contabiliza en esta fecha.',
  dueHint: 'Vacío: según el plazo del proveedor.',
  dueDays: 'En plazos',
  dueDaysHint: 'Días desde la fecha a partes iguales (30, 60, 90), o cada uno con su importe (30=50.00, 60=71.00).',
  instalments: 'Vencimientos',
  taxId: 'NIF',
  taxCode: 'IVA habitual',
  account: 'Cuenta',
  usualAccount: 'Cuenta (vacía: {{account}})',
  issuer: 'Expedida por',
  accounts: { a400: '400 Proveedores', a410: '410 Acreedores por servicios', a4650: '4650 Gastos de empleados' },
  withheld: 'Retención de IRPF',
  usualWithholding: 'La del proveedor',
  noWithholding: 'Sin retención',
  credited: 'Abonado',
  unapplied: 'Sin aplicar',
  paid: 'Facturas que paga',
  paidNothing: 'No se ha aplicado a ninguna factura todavía.',
  allocated: 'Después quedan {{left}} sin aplicar. Los dos lados están en la misma cuenta: no hay asiento.',
  removeText: 'La factura vuelve a deber {{amount}}, y ese importe queda sin aplicar. Los dos están en la misma cuenta: no hay asiento.',
  net: 'Importe sin IVA',
  totalHint: 'El del papel: si no coincide con las líneas, se avisa.',
  clear: 'Vaciar',
  enter: 'Registrar',
  entered: 'Se ha registrado {{reference}}.',
  faults: {
    supplierId: 'Elija el proveedor.',
    reference: 'Escriba el número que lleva el documento.',
    date: 'Ponga la fecha que lleva el documento.',
    receivedOn: 'Ponga una fecha, o deje el campo vacío.',
    dueDate: 'Ponga una fecha, o deje el campo vacío.',
    dueDates: 'Escriba días, como 30, 60, 90, o deje el campo vacío.',
    corrects: 'Esa factura no existe.',
    correctedPeriod: 'Escriba un trimestre, como 2025-4T, o un mes, como 2025-11.',
    declaredBase: 'Escriba un importe mayor que cero, o deje el campo vacío.',
    total: 'Escriba un importe mayor que cero, o deje el campo vacío.',
    withholding: 'Elija una de las opciones.',
    notes: 'Como mucho 500 caracteres.',
    lines: 'Hace falta al menos una línea.',
    account: 'Elija una cuenta.',
    text: 'Como mucho 160 caracteres.',
    receipt: 'Escriba la cantidad que se factura, mayor que cero.',
    quantity: 'Escriba la cantidad que se factura, mayor que cero.',
    net: 'Escriba un importe sin IVA distinto de cero.',
    taxCode: 'Elija una de las opciones.',
  },
  bills: {
    one: 'Factura {{reference}}',
    ...{ date: 'Fecha de la factura', total: 'Total de la factura, con IVA', payable: 'A pagar' },
    new: 'Registrar factura',
    text: 'La factura que ha llegado de un proveedor: se contabiliza al registrarla. Adjunte después el documento en su página.',
    search: 'Buscar por número o proveedor',
    views: { open: 'Pendientes', overdue: 'Vencidas', waiting: 'Por aprobar', paid: 'Pagadas' },
    paidBy: 'Pagos y abonos',
    unpaid: 'Todavía no se ha pagado nada de esta factura.',
    empty: { title: 'Todavía no hay facturas de proveedores', text: 'Aquí estarán las que se registren, con lo que queda por pagar.' },
  },
  credits: {
    one: 'Abono {{reference}}',
    ...{ date: 'Fecha del abono', total: 'Total del abono, con IVA', payable: 'A nuestro favor' },
    new: 'Registrar abono',
    text: 'Lo que un proveedor abona, en importes positivos. Si corrige una factura, se descuenta primero de ella.',
    corrects: 'Corrige la factura',
    correctedPeriod: 'Periodo del 349 que rectifica',
    correctedPeriodHint: 'De un abono intracomunitario sin factura en estos libros: 2025-4T, o 2025-11.',
    declaredBase: 'Base declarada entonces',
    declaredBaseHint: 'Lo que se declaró de este proveedor en ese periodo, si es anterior a estos libros.',
    empty: { title: 'Todavía no hay abonos de proveedores', text: 'Aquí estarán los que se registren, con lo que queda por aplicar.' },
  },
  payments: {
    new: 'Registrar pago',
    search: 'Buscar por número, proveedor o referencia',
    bills: 'Facturas que se pueden pagar, primero la que antes vence',
    review: 'Revisar el pago',
    reviewTitle: 'Pago a {{supplier}}: {{amount}}',
    pays_zero: 'No paga ninguna factura.',
    pays_one: 'Paga {{count}} factura.',
    pays_other: 'Paga {{count}} facturas.',
    pays_many: 'Paga {{count}} facturas.',
    leaves: 'Quedan {{amount}} como anticipo, sin aplicar.',
    done: 'Se ha registrado el pago {{number}}.',
    confirm: 'He comprobado con {{supplier}}, por otra vía, su IBAN {{iban}} del {{date}}',
    marked: 'El IBAN de este proveedor se introdujo hoy o ayer: quedará constancia de que usted lo ha comprobado.',
    alone: 'Usted registró o aprobó lo que paga, o pasa del límite: quedará constancia de que lo decidió solo.',
    overrides: 'Decidido por una sola persona',
    supplierNeeded: 'Elija el proveedor.',
    amountNeeded: 'Indique cuánto se ha pagado.',
    tooMuch: 'Ha repartido más de lo que se paga.',
    empty: { title: 'Todavía no hay pagos a proveedores', text: 'Aquí estarán los que se registren, por banco o por caja.' },
  },
  rules: { same_person: 'quien paga registró o aprobó', over_limit: 'por encima del límite' },
  capitalCode: 'En {{account}} y desde {{least, money}} es un bien de inversión: su tipo es {{instead}} y no {{taxCode}} (art. 108 LIVA).',
  capitalCodes: 'Bien de inversión con otro tipo de IVA',
  assets: { title: 'Inmovilizado', register: 'Dar de alta: {{name}}', none: 'sin dar de alta' },
  approve: {
    action: 'Aprobar',
    title: 'Aprobar la factura {{number}}',
    text: 'Se podrá pagar la factura {{reference}} de {{supplier}}: {{amount}}. No podrá pagarla quien la apruebe.',
    done: 'La factura {{number}} está aprobada.',
    by: 'Aprobación',
    waits: 'Espera a una segunda persona',
    reasons: { limit: 'pasa del límite', price: 'el precio pasa de la tolerancia', automatic: 'contabilizada por el sistema' },
  },
  reverse: {
    action: 'Anular',
    title: 'Anular: {{document}}',
    bill: 'Se hace el asiento contrario, y el número del proveedor queda libre para registrarlo de nuevo.',
    payment: 'Se hace el asiento contrario, y las facturas que pagaba vuelven a estar pendientes.',
    done: '{{document}}: anulado.',
  },
  statement: {
    title: 'Extracto del {{from}} al {{to}}',
    opening: 'Se le debía al empezar',
    closing: 'Se le debe',
    balance: 'Saldo',
  },
  ageing: {
    bills: 'Facturas pendientes de pago',
    waiting: 'De ellas, por aprobar',
    unapplied: 'Pagos y abonos sin aplicar',
    payable: 'Se debe a proveedores',
    agrees: 'Las cuentas 400, 410 y 4650 dicen lo mismo.',
    differs: 'Las cuentas 400, 410 y 4650 suman {{closing}}: la diferencia es de {{difference}}.',
  },
  unbilled: {
    title: 'Recibido y pendiente de factura el {{date}}',
    receipt: 'Entrada',
    received: 'Recibido',
    left: 'Sin facturar',
    value: 'A su coste',
    days: 'Días',
    more: 'Se muestran las más antiguas; el total es de todas.',
    none: { title: 'No hay nada pendiente de factura', text: 'Aquí estará lo que entre de proveedores hasta que llegue su factura.' },
    books: 'En los libros',
    sum: 'Recibido y pendiente de factura',
    other: 'Otros documentos en la cuenta 4009',
    balance: 'Saldo de la cuenta 4009',
    agrees: 'La cuenta 4009 dice lo mismo.',
    explained: 'La cuenta 4009 tiene además lo de estos documentos.',
    differs: 'La cuenta 4009 difiere en {{difference}}, que ningún documento explica.',
    incomplete: 'Son tantos documentos que no se han mirado todos: quedan {{difference}} por explicar.',
  },
  match: {
    title: 'Mercancía recibida',
    receipt: 'Entrada',
    quantity: 'Facturado de lo recibido',
    of: '{{quantity}} de {{received}}',
    cost: 'Coste',
    price: 'Precio',
    difference: 'Diferencia',
    over: 'por encima de la tolerancia',
    pick: 'De entradas de mercancía',
    picked: 'Elegir lo que se factura',
    add: 'Añadir',
    priceAlone: 'solo el precio',
    noneLeft: 'No hay nada recibido que esté sin facturar.',
    left: 'Quedan {{left}} por facturar.',
    billed: 'La factura lleva {{left}}. Sin cantidad, se abona solo el precio.',
  },
  suppliers: {
    name: 'Nombre',
    email: 'Correo electrónico',
    paymentDays: 'Días hasta el vencimiento',
    expenseAccount: 'Cuenta habitual',
    accountHint: 'Queda fija al darlo de alta.',
    withholdingHint:
      'La de capital mobiliario (modelo 123) no se lleva aquí; la de propiedad intelectual, industrial y derechos de imagen tampoco, porque su tipo no está comprobado.',
    ibanHint: 'Quien lo introduce no podrá pagar a esa cuenta.',
    ibanBy: 'IBAN introducido por',
    search: 'Buscar por nombre o NIF',
    new: 'Nuevo proveedor',
    ofPaper: 'Dar de alta al proveedor del documento',
    holder: 'El proveedor que tiene ese NIF',
    done: '{{name}} está dado de alta.',
    edit: { action: 'Modificar', title: 'Modificar {{name}}', done: 'Se ha modificado {{name}}.' },
    empty: { title: 'Todavía no hay proveedores', text: 'Dé de alta a quien le vende, con su plazo y su cuenta de gasto habitual.' },
    faults: {
      name: 'Escriba el nombre.',
      taxId: 'Ese NIF no es correcto: revise las cifras y la letra. Si es extranjero, indique su país.',
      email: 'Escriba un correo electrónico completo, como ana@ejemplo.es.',
      paymentDays: 'De 0 a 180 días.',
      iban: 'Ese IBAN no es correcto: revise sus cifras.',
      address: 'Complete la dirección, o déjela vacía.',
    },
  },
} as const;

export const billing = {
  documents: {
    supplier: 'Ficha del proveedor',
    'supplier-bill': 'Factura recibida {{number}}',
    'supplier-credit-note': 'Abono recibido {{number}}',
    'supplier-payment': 'Pago {{number}}',
    'supplier-refund': 'Reembolso de proveedor {{number}}',
    'payables-reversal': 'Anulación {{number}}',
  },
} as const;

export const books = {
  sources: {
    'supplier-bill': 'Factura de proveedor',
    'supplier-credit-note': 'Abono de proveedor',
    'supplier-payment': 'Pago a proveedor',
    'supplier-refund': 'Reembolso de proveedor',
    'payables-reversal': 'Anulación de compra o pago',
  },
} as const;

export const permissions = {
  areas: { payables: 'Proveedores' },
  names: {
    payables: {
      read: 'Ver proveedores, sus facturas y sus pagos',
      write: 'Dar de alta proveedores y registrar, anular y aplicar sus facturas y abonos',
      approve: 'Aprobar facturas que pasan del límite',
      pay: 'Registrar, aplicar y anular pagos a proveedores',
    },
  },
} as const;

export const states = {
  'supplier-bill': { waiting: 'Por aprobar', open: 'Pendiente', overdue: 'Vencida', paid: 'Pagada', reversed: 'Anulada' },
  'supplier-credit-note': { open: 'Por aplicar', used: 'Aplicado', reversed: 'Anulado' },
  'supplier-payment': { open: 'Por aplicar', used: 'Aplicado', reversed: 'Anulado' },
} as const;

export const palette = {
  kinds: {
    supplier: 'Proveedores',
    'supplier-bill': 'Facturas de proveedores',
    'supplier-credit-note': 'Abonos de proveedores',
    'supplier-payment': 'Pagos a proveedores',
    'supplier-refund': 'Reembolsos de proveedores',
    'payables-reversal': 'Anulaciones de compras y pagos',
  },
} as const;

export const menu = {
  supplierBills: 'Facturas recibidas',
  supplierCreditNotes: 'Abonos recibidos',
  supplierPayments: 'Pagos a proveedores',
  payables: 'Saldos de proveedores',
  unbilled: 'Pendiente de factura',
  suppliers: 'Proveedores',
};

export const commands = {
  newSupplierBill: 'Registrar factura de proveedor',
  newSupplierCreditNote: 'Registrar abono de proveedor',
  newSupplierPayment: 'Registrar pago a proveedor',
  newSupplier: 'Nuevo proveedor',
};

export const records = {
  did: {
    createSupplier: 'Dio de alta al proveedor',
    patchSupplier: 'Modificó al proveedor',
    recordSupplierBill: 'Registró la factura',
    approveSupplierBill: 'Aprobó la factura',
    reverseSupplierBill: 'Anuló la factura',
    recordSupplierCreditNote: 'Registró el abono',
    allocateSupplierCreditNote: 'Aplicó el abono',
    deallocateSupplierCreditNote: 'Desaplicó el abono',
    reverseSupplierCreditNote: 'Anuló el abono',
    recordSupplierPayment: 'Registró el pago',
    allocateSupplierPayment: 'Aplicó el pago',
    deallocateSupplierPayment: 'Desaplicó el pago',
    reverseSupplierPayment: 'Anuló el pago',
  },
  fields: {
    account: 'Cuenta',
    expenseAccount: 'Cuenta habitual',
    iban: 'IBAN',
    withholding: 'Retención de IRPF',
  },
} as const;

export const fields = {
  messages: {
    'must be a country code such as ES': 'Elija el país de la lista.',
    'must be an IBAN whose control digits are right': 'Ese IBAN no es correcto: revise sus cifras.',
    'must not be zero': 'Escriba un importe distinto de cero.',
    'names an account or goods received, not both': 'Elija una cuenta o mercancía recibida, no las dos cosas.',
  },
} as const;

export const errors = {
  codes: {
    supplier_not_found: 'Ese proveedor no existe. Elíjalo de la lista.',
    supplier_tax_id: 'Ese NIF no es correcto. Revise las cifras y la letra.',
    supplier_twice: 'Otro proveedor ya tiene ese NIF. Use el que ya está dado de alta.',
    supplier_own: 'Ese NIF es el de su propia empresa. Ponga el de quien expide la factura.',
    tax_deferred_import:
      'El IVA diferido de una importación lo liquida la Aduana y solo ella lo rectifica. Registre lo que abona el proveedor como exento.',
    tax_supplier: 'Ese tipo de IVA no corresponde a este proveedor. Revise su país y su NIF, o elija otro.',
    tax_cash_basis:
      'El IVA de un proveedor en criterio de caja se deduce al pagarle, y eso no se lleva aquí. Registre la factura con la fecha de su pago como fecha de recepción.',
    tax_corrected_period: 'Revise el periodo del modelo 349 que rectifica este abono.',
    tax_capital_good: 'Un bien de inversión cuesta 3.005,06 € o más. Elija el tipo de las compras corrientes.',
    tax_company_withholding:
      'Las facturas de una sociedad no llevan retención de IRPF: es de personas físicas. Quítela, o corrija el NIF; el alquiler de inmuebles tiene la suya.',
    supplier_withholding: 'La retención termina antes de empezar. Corrija las fechas.',
    'supplier-bill_not_found': 'Esa factura de proveedor no existe. Elíjala de la lista.',
    'supplier-credit-note_not_found': 'Ese abono no existe. Vuelva a la lista de abonos.',
    'supplier-payment_not_found': 'Ese pago no existe. Vuelva a la lista de pagos.',
    bill_account: 'A una línea le falta la cuenta. Elíjala, o dé al proveedor una habitual.',
    bill_total: 'Las líneas no suman el total de la factura. Corrija los importes o el IVA.',
    bill_zero: 'El total debe ser mayor que cero. Lo que abona el proveedor se registra como abono.',
    bill_order: 'Una de las fechas es anterior a la de la factura. Corríjala.',
    bill_due_dates: 'Los vencimientos no van en orden, o no suman lo que se debe. Corríjalos.',
    bill_asset: 'De esa factura viene un inmovilizado. Retírelo antes.',
    bill_twice: 'Ese número del proveedor ya está registrado en ese año. Anule primero aquella factura si está mal.',
    bill_credited: 'Se abona más de lo que queda de la factura. Reduzca el importe.',
    bill_nothing_left: 'La factura ya está abonada del todo. No queda nada por abonar.',
    bill_waiting: 'La factura pasa del límite o de la tolerancia de precios, y espera a que otra persona la apruebe.',
    goods_receipt_no_line: 'Esa entrada de mercancía no tiene esa línea. Elíjala de la lista.',
    goods_receipt_too_many: 'Son demasiadas entradas para una sola factura. Regístrela en partes.',
    goods_receipt_not_to_bill: 'De esa entrada no llega factura. Elija otra.',
    goods_receipt_supplier: 'Esa mercancía la trajo otro proveedor. Elija una entrada de quien factura.',
    goods_receipt_over_billed: 'Se factura más de lo que entró. Ponga el resto en otra factura, o en una línea con cuenta.',
    goods_receipt_not_billed: 'Se abona más de lo que la factura lleva de esa mercancía. Reduzca la cantidad.',
    bill_approved: 'Esta factura no espera ninguna aprobación.',
    bill_own_approval: 'Usted registró esta factura o subió su documento. Debe aprobarla otra persona.',
    document_reversed: 'El documento está anulado. No se puede hacer nada más con él.',
    document_settled: 'El documento está aplicado a otro. Desaplíquelo primero y después anúlelo.',
    payment_same_person: 'Usted registró o aprobó lo que se paga. Debe pagarlo otra persona.',
    payment_over_limit: 'Se paga sin factura más del límite. Aplíquelo a facturas aprobadas.',
    payment_own_iban: 'Usted introdujo el IBAN de este proveedor. Debe pagar otra persona.',
    payment_iban_recent: 'El IBAN del proveedor es de hoy o de ayer. Compruébelo por otra vía y confírmelo, o espere un día.',
  },
  figures: {
    tax_company_withholding:
      '{{taxId}} es el NIF de una sociedad, cuyas facturas no llevan retención de IRPF, y {{withholding}} es de personas físicas. Elija «Sin retención», o corrija el NIF; el alquiler de inmuebles tiene la suya (RENT19), que también llevan las sociedades.',
    tax_deferred_import:
      'El IVA de importación con {{taxCode}} lo liquida la Aduana y solo ella lo rectifica. Registre lo que abona el proveedor como EXENTO; lo que devuelva la Aduana es un abono suyo con {{instead}}, para las casillas 40 y 41.',
    tax_supplier_islands:
      'Quien está en Canarias, Ceuta o Melilla no repercute IVA. Ponga la línea como exenta, o corrija la dirección del proveedor.',
    tax_supplier_intra:
      'Una adquisición intracomunitaria es de un proveedor de otro Estado miembro, con su NIF-IVA: indique ambos, o elija otro tipo de IVA.',
    tax_supplier_outside:
      'Este tipo es para servicios de proveedores de fuera de la Unión: elija el de inversión del sujeto pasivo, o el de la Unión.',
    tax_supplier_foreign:
      'Quien no está establecido en España no repercute IVA: elija un tipo de la Unión, de servicios de fuera de ella, o de importación.',
    tax_supplier_business: 'La inversión del sujeto pasivo es entre empresas: ponga el NIF del proveedor, o elija otro tipo de IVA.',
    tax_corrected_period_missing:
      'Un abono intracomunitario rectifica un periodo del modelo 349: indique la factura que corrige o, si no está en estos libros, el periodo.',
    tax_corrected_period_idle:
      'El periodo ya se sabe por la factura que se corrige, o el abono no va en el modelo 349: deje vacíos el periodo y su base.',
    tax_corrected_period_later: 'El periodo que se rectifica empieza después del abono: indique uno anterior.',
    tax_corrected_period_declared:
      'Ese periodo es anterior a estos libros: indique la base que se declaró entonces de este proveedor, de la que sale la rectificada.',
    tax_capital_good:
      'Un bien de inversión cuesta {{least, money}} o más (Ley 37/1992, art. 108): esta línea es de {{net, money}}. Elija el tipo de las compras corrientes.',
    supplier_tax_id: '{{taxId}} no es un NIF correcto. Revise las cifras y la letra.',
    bill_account: 'Línea {{line, number}}: falta la cuenta. Elíjala, o dé al proveedor una habitual.',
    bill_total:
      'Las líneas suman {{total, money}} con IVA y la factura dice {{stated, money}}: la diferencia es de {{difference, money}}. Corrija las líneas o el IVA; si el proveedor redondea de otra forma, ponga los céntimos en una línea exenta, en la 669.',
    bill_order_due: 'La factura es del {{date, date}}: no puede vencer el {{later, date}}. Corrija una de las fechas.',
    bill_order_received: 'La factura es del {{date, date}}: no se pudo recibir el {{later, date}}. Corrija una de las fechas.',
    bill_due_dates:
      'Los vencimientos deben ir en orden y sumar {{owed, money}}; suman {{total, money}}. Ponga el importe de todos o de ninguno, o una sola fecha.',
    bill_asset: 'De esa factura viene {{asset, id}}: anule lo contabilizado de él, retírelo, y después anule la factura.',
    bill_twice:
      'El número {{reference}} de este proveedor ya está registrado en ese año: {{document, id}}. Anule primero aquella factura si está mal.',
    bill_credited: 'De la factura quedan {{left, money}} por abonar y se abonan {{requested, money}}. Reduzca el importe.',
    bill_nothing_left: 'La factura {{document, id}} ya está abonada del todo. No queda nada por abonar.',
    bill_waiting:
      'La factura {{document, id}} pasa del límite o de la tolerancia de precios: otra persona debe aprobarla antes de que se pague.',
    goods_receipt_no_line: '{{document, id}} no tiene la línea {{line, number}}. Elija una de las suyas.',
    goods_receipt_too_many: 'La factura es de {{receipts, number}} entradas de mercancía y caben {{limit, number}}. Regístrela en partes.',
    goods_receipt_not_to_bill: 'De {{document, id}} no llega factura. Elija otra entrada.',
    goods_receipt_not_to_bill_reversed: '{{document, id}} está anulada: de ella no llega factura. Elija otra entrada.',
    goods_receipt_not_to_bill_reversal: '{{document, id}} es la anulación de otra entrada. Elija una que siga en pie.',
    goods_receipt_not_to_bill_opening: '{{document, id}} es de existencias iniciales: no llega factura. Elija otra entrada.',
    goods_receipt_not_to_bill_return: '{{document, id}} es de una devolución de cliente: no llega factura. Elija otra entrada.',
    goods_receipt_supplier: '{{document, id}} es de {{supplier}}. Elija una entrada de quien factura.',
    goods_receipt_over_billed:
      'De {{item}} ({{document, id}}) quedan {{left, number}} sin facturar y se facturan {{requested, number}}. Lo que no ha entrado va en otra factura, o en una línea con cuenta.',
    goods_receipt_not_billed:
      'De {{item}} ({{document, id}}) la factura que se corrige lleva {{billed, number}}, y se abonan {{requested, number}}. Reduzca la cantidad.',
    bill_approved: 'La factura {{document, id}} no espera ninguna aprobación.',
    document_reversed: '{{document, id}} se anuló el {{date, date}}. No se puede hacer nada más con él.',
    document_settled: '{{document, id}} está aplicado a {{source, id}}. Desaplíquelo primero y después anúlelo.',
    payment_over_limit:
      'Se habrían pagado {{amount, money}} sin factura, más del límite de {{limit, money}}. Aplíquelo a facturas aprobadas, o que lo pague quien puede decidir solo.',
    payment_iban_recent: 'El IBAN de {{supplier}} es del {{date, date}}. Llame y confírmelo, o espere un día.',
    payment_own_iban: 'Usted introdujo el IBAN de este proveedor el {{date, date}}. Debe pagar otra persona, o volver a introducirlo.',
  },
};

declare global {
  interface ConsoleTexts {
    payables: typeof payables;
  }
}
