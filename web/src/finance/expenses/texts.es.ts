export const expenses = {
  one: 'Nota de gastos {{number}}',
  new: 'Nueva nota de gastos',
  submit: 'Presentar',
  submitted: 'Se ha presentado la nota de gastos {{number}}.',
  search: 'Buscar por empleado, motivo o número',
  views: { submitted: 'Por aprobar' },
  empty: {
    title: 'Todavía no hay notas de gastos',
    text: 'Presente lo que ha pagado por cuenta de la empresa: otra persona lo aprueba y se le reembolsa con una remesa de pagos.',
  },
  lacking: 'Indique el motivo y, de cada gasto, la fecha y el importe (o los kilómetros); de una factura, todos sus datos.',
  comesTo: 'Son {{total}} a favor de {{employee}}.',
  employee: 'Empleado',
  myself: 'Yo',
  text: 'Motivo',
  textHint: 'Por ejemplo: visita a un cliente, feria.',
  iban: 'Su IBAN',
  ibanHint: 'Solo la primera vez: ahí se le reembolsa.',
  line: 'Gasto {{no}}',
  lines: 'Gastos',
  addLine: 'Añadir otro gasto',
  remove: 'Quitar',
  removeLine: 'Quitar el gasto {{no}}',
  date: 'Fecha',
  kind: 'Clase',
  kinds: { travel: 'Transporte', lodging: 'Alojamiento', meals: 'Comidas', mileage: 'Kilómetros', other: 'Otros' },
  amount: 'Importe pagado',
  amountHint: 'Con el IVA incluido.',
  km: 'Kilómetros',
  kmAt: '{{km}} km a {{rate}}',
  taxable: '{{amount}} por encima del límite exento: tributan en la nómina',
  noTax: 'Tique: sin IVA deducible',
  what: 'Detalle',
  account: 'Cuenta',
  invoiced: 'Es una factura a nombre de la empresa, con su NIF',
  invoicedHint: 'Solo entonces se deduce el IVA. Un tique sin el NIF de la empresa va entero a gasto.',
  invoice: { issuer: 'Quién la expide', taxId: 'NIF de quien la expide', number: 'Número de la factura', taxCode: 'IVA' },
  paper: 'Su justificante',
  total: 'Total',
  submittedOn: 'Presentada el',
  submittedBy: 'Presentada por',
  decided: 'Decidida por',
  reversed: 'Anulada por',
  approve: {
    action: 'Aprobar',
    title: 'Aprobar la nota de gastos {{number}}',
    text: 'Se contabilizan {{total}}, que se deberán a {{employee}} (cuenta 4650).',
    done: 'La nota de gastos {{number}} está aprobada y contabilizada.',
  },
  reject: {
    action: 'Rechazar',
    title: 'Rechazar la nota de gastos {{number}}',
    text: 'No se contabiliza nada. Quien la presentó puede presentar otra.',
    done: 'La nota de gastos {{number}} está rechazada.',
  },
  withdraw: {
    action: 'Retirar',
    title: 'Retirar la nota de gastos {{number}}',
    text: 'Nadie decide ya sobre ella.',
    done: 'La nota de gastos {{number}} está retirada.',
  },
  reverse: {
    action: 'Anular',
    title: 'Anular la nota de gastos {{number}}',
    text: 'Cada asiento se anula con el contrario. Solo mientras no se haya pagado.',
    done: 'La nota de gastos {{number}} está anulada.',
  },
};

export const billing = { documents: { 'expense-claim': 'Nota de gastos {{number}}' } } as const;

export const permissions = {
  areas: { expenses: 'Gastos de empleados' },
  names: {
    expenses: {
      submit: 'Presentar gastos propios',
      read: 'Ver notas de gastos',
      approve: 'Aprobar, rechazar y anular notas de gastos de otros',
    },
  },
} as const;

export const states = {
  'expense-claim': { submitted: 'Por aprobar', approved: 'Aprobada', rejected: 'Rechazada', withdrawn: 'Retirada', reversed: 'Anulada' },
} as const;

export const palette = { kinds: { 'expense-claim': 'Notas de gastos' } } as const;

export const menu = { expenses: 'Gastos de empleados' };

export const commands = { newExpenseClaim: 'Nueva nota de gastos' };

export const records = {
  did: {
    submitExpenseClaim: 'Presentó la nota de gastos',
    approveExpenseClaim: 'Aprobó la nota de gastos',
    rejectExpenseClaim: 'Rechazó la nota de gastos',
    withdrawExpenseClaim: 'Retiró la nota de gastos',
    reverseExpenseClaim: 'Anuló la nota de gastos',
  },
} as const;

export const fields = {
  messages: {
    'of mileage tells kilometres, and of anything else an amount': 'De los kilómetros indique cuántos son; de lo demás, el importe.',
    'of mileage has no invoice': 'Los kilómetros no llevan factura.',
  },
} as const;

export const errors = {
  codes: {
    'expense-claim_not_found': 'Esa nota de gastos no existe, o no es suya. Vuelva a la lista.',
    expense_state: 'La nota de gastos no está en un estado en que eso se pueda hacer.',
    expense_own_approval: 'Son sus propios gastos, o los presentó usted. Debe aprobarlos otra persona.',
    expense_not_own: 'Solo quien presentó la nota la retira. Rechácela en su lugar.',
    expense_others: 'Los gastos de otros los presenta quien registra facturas. Para los suyos, no indique empleado.',
    expense_employee: 'Ese acreedor no es un empleado. Elija uno de la cuenta 4650.',
    expense_iban: 'Su cuenta ya consta. Pida a quien lleva los proveedores que la cambie.',
    expense_future: 'Uno de los gastos tiene una fecha futura. Corríjala.',
    expense_tax_id: 'El NIF de quien expide una factura no es correcto. Solo se deduce el IVA de facturas españolas.',
    expense_no_rate: 'No se conoce el precio por kilómetro de esa fecha. Fíjelo en los ajustes.',
    document_not_to_enter: 'Ese documento no está pendiente de registrar. Elija otro, o no lo indique.',
    expense_zero: 'La nota suma cero. Revise los kilómetros.',
    document_claimed: 'Ese documento ya está registrado. Anule primero lo que se registró con él, o no lo indique.',
    bill_of_claim: 'Esa factura vino con una nota de gastos. Anule la nota entera.',
  },
  figures: {
    expense_employee: '{{name}} no es un empleado. Elija un acreedor de la cuenta 4650.',
    expense_future: 'El gasto {{line, number}} tiene una fecha futura. Corríjala.',
    expense_tax_id: 'El NIF {{taxId}} del gasto {{line, number}} no es correcto. Solo se deduce el IVA de facturas españolas.',
    expense_no_rate: 'No se conoce el precio por kilómetro del {{date, date}} (gasto {{line, number}}). Fíjelo en los ajustes.',
    document_claimed: 'El documento {{document, id}} ya está registrado, como {{number}}. Anule primero aquello, o no lo indique.',
    bill_of_claim: '{{document, id}} vino con la nota de gastos {{claim, id}}. Anule la nota entera.',
  },
};

declare global {
  interface ConsoleTexts {
    expenses: typeof expenses;
  }
}
