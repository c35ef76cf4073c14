export const treasury = {
  one: 'Remesa {{number}}',
  new: 'Proponer remesa de pagos',
  propose: 'Proponer',
  search: 'Buscar por número',
  views: { proposed: 'Por aprobar', sent: 'En el banco', executed: 'Pagadas' },
  empty: {
    title: 'Todavía no hay remesas de pagos',
    text: 'Una remesa paga de una vez lo que vence: la aprueban dos personas y el banco la recibe en un fichero.',
  },
  until: 'Lo que vence hasta',
  payOn: 'Fecha de pago',
  proposedOn: 'Propuesta el',
  proposedBy: 'Propuesta por',
  approvals: 'Aprobaciones',
  fromIban: 'Cuenta de cargo (IBAN)',
  ownIban: 'Vacío: la de la empresa, {{iban}}.',
  noIban: 'La empresa no tiene IBAN en los ajustes: escríbalo aquí.',
  version: 'Formato del fichero',
  fileName: 'Fichero',
  file: 'Descargar el fichero',
  executedOn: 'Pagada por el banco el',
  cancelled: 'Anulada',
  payments: 'Pagos',
  documents: 'Facturas y abonos',
  state: 'Estado',
  total: 'Total',
  subtitle_one: '{{count}} pago · {{total}} · {{date}}',
  subtitle_other: '{{count}} pagos · {{total}} · {{date}}',
  subtitle_many: '{{count}} pagos · {{total}} · {{date}}',
  proposes_one: '{{count}} pago por {{total}}. Sus facturas quedan reservadas para esta remesa.',
  proposes_other: '{{count}} pagos por {{total}}. Sus facturas quedan reservadas para esta remesa.',
  proposes_many: '{{count}} pagos por {{total}}. Sus facturas quedan reservadas para esta remesa.',
  proposed: 'Se ha propuesto la remesa {{number}}.',
  paymentStates: { open: 'Pendiente', rejected: 'Retirado', paid: 'Pagado' },
  leftOut: {
    title: 'Quedan fuera',
    no_iban: 'no tiene IBAN',
    foreign_currency: 'se le debe en divisa, y las transferencias SEPA son en euros',
    covered_by_credits: 'sus abonos cubren lo que se le debe',
    no_room: 'tiene más facturas de las que caben en una remesa',
  },
  approve: {
    action: 'Aprobar',
    title: 'Aprobar la remesa {{number}}',
    text_one: 'Saldrán {{total}} en {{count}} pago, el {{date}}.',
    text_other: 'Saldrán {{total}} en {{count}} pagos, el {{date}}.',
    text_many: 'Saldrán {{total}} en {{count}} pagos, el {{date}}.',
    confirm: 'He comprobado con {{supplier}}, por otra vía, su IBAN {{iban}} del {{date}}',
    first: 'Es la primera aprobación: hace falta la de otra persona.',
    second: 'Es la segunda aprobación: se prepara el fichero para el banco.',
    done: 'Ha aprobado la remesa {{number}}.',
  },
  execute: {
    action: 'Registrar el pago del banco',
    title: 'El banco ha pagado la remesa {{number}}',
    text_one: 'Se contabiliza {{count}} pago por {{total}}. Si el banco lo ha rechazado, retírelo antes.',
    text_other: 'Se contabilizan {{count}} pagos por {{total}}. Retire antes los que el banco haya rechazado.',
    text_many: 'Se contabilizan {{count}} pagos por {{total}}. Retire antes los que el banco haya rechazado.',
    done: 'La remesa {{number}} está pagada y contabilizada.',
  },
  cancel: {
    action: 'Anular',
    title: 'Anular la remesa {{number}}',
    text: 'Sus facturas y abonos quedan libres.',
    atBank: 'Sus facturas y abonos quedan libres. Si el banco ya tiene el fichero, anúlelo también allí.',
    done: 'La remesa {{number}} está anulada.',
  },
  reject: {
    action: 'Retirar',
    of: 'Retirar el pago a {{supplier}}',
    title: 'Retirar el pago a {{supplier}}',
    text: 'No se pagan {{amount}}: sus facturas y abonos quedan libres.',
    done: 'Se ha retirado el pago a {{supplier}}.',
  },
};

export const cash = {
  on: 'A {{date}}.',
  position: 'Saldo por cuenta',
  balance: 'Saldo',
  forecast: 'Previsión de 13 semanas',
  week: 'Semana',
  receivables: 'Cobros',
  bills: 'Facturas',
  taxes: 'Impuestos',
  extra: 'Supuesto',
  low: 'Saldo, caso bajo',
  expected: 'Saldo esperado',
  high: 'Saldo, caso alto',
  chart: 'Del {{from}} ({{opening}}) al {{to}} se espera llegar a {{closing}}. En el caso bajo, lo mínimo son {{low}}, el {{on}}.',
  basis:
    'Cada factura se espera con el retraso habitual de su cliente ({{customers}} con datos propios). En conjunto, según {{sample}} facturas cobradas en un año: la mitad, con {{median}} días de retraso o menos (caso esperado); una cuarta parte, con {{p25}} (caso alto); tres cuartas partes, con {{p75}} (caso bajo, que no cuenta con lo que ya va más tarde). Los abonos y anticipos sin aplicar no se cuentan.',
  taxReturns: 'Impuestos según lo contabilizado hasta hoy:',
  whatIf: {
    title: '¿Y si…?',
    delayDays: 'Todos pagan más tarde (días)',
    delayHint: 'De 0 a 180, sobre su retraso habitual.',
    date: 'Entrada o salida el',
    extraHint: 'Un movimiento supuesto.',
    amount: 'Importe',
    amountHint: 'Negativo si sale: -5.000,00.',
  },
};

export const billing = {
  documents: { 'payment-run': 'Remesa {{number}}' },
} as const;

export const states = {
  'payment-run': {
    proposing: 'Preparándose',
    proposed: 'Por aprobar',
    approved: 'Aprobada',
    sent: 'En el banco',
    executing: 'Contabilizándose',
    executed: 'Pagada',
    cancelling: 'Anulándose',
    cancelled: 'Anulada',
  },
} as const;

export const palette = { kinds: { 'payment-run': 'Remesas de pagos' } } as const;

export const menu = { cash: 'Tesorería y previsión', paymentRuns: 'Remesas de pagos' };

export const commands = { newPaymentRun: 'Proponer remesa de pagos' };

export const records = {
  did: {
    proposePaymentRun: 'Propuso la remesa',
    approvePaymentRun: 'Aprobó la remesa',
    rejectRunPayment: 'Retiró un pago',
    executePaymentRun: 'Registró el pago del banco',
    cancelPaymentRun: 'Anuló la remesa',
    writePaymentFile: 'Se preparó el fichero',
    releasePaymentRun: 'Se anuló por no aprobarse a tiempo',
    postPaymentRun: 'Se terminó de contabilizar',
  },
} as const;

export const fields = {
  messages: {
    'must be a bank account of the chart: 572 or below it': 'Elija una cuenta de bancos, la 572 o una de sus subcuentas.',
    'must be days with amounts, such as 2026-12-10:-5000.00': 'Escriba días con importes, como 2026-12-10:-5000.00.',
    'must be a number of weeks, from 1 to 52': 'Elija de 1 a 52 semanas.',
    'must be a number of days, from 0 to 180': 'Elija de 0 a 180 días.',
  },
} as const;

export const errors = {
  codes: {
    document_in_run: 'El documento está en una remesa de pagos. Retire allí su pago, o anule la remesa.',
    'payment-run_not_found': 'Esa remesa no existe. Vuelva a la lista de remesas.',
    payment_run_nothing: 'No hay nada que pagar: ninguna factura vence hasta esa fecha. Elija una posterior.',
    payment_run_no_iban: 'La empresa no tiene un IBAN válido desde el que pagar. Escríbalo en los ajustes, o aquí.',
    payment_run_supplier_iban: 'Ese proveedor no tiene IBAN. Escríbalo primero, o déjelo fuera.',
    payment_run_bank_day: 'Ese día los bancos no liquidan pagos. Elija un día hábil.',
    payment_run_past_day: 'Ese día ya ha pasado. Elija hoy o un día posterior.',
    payment_run_choice: 'Indique facturas, o una fecha y proveedores, pero no las dos cosas.',
    payment_run_changed: 'Una de las facturas ha cambiado entretanto. Proponga la remesa de nuevo.',
    payment_run_state: 'La remesa no está en un estado en que eso se pueda hacer.',
    payment_run_same_person: 'Usted ya aprobó esta remesa. La segunda aprobación debe darla otra persona.',
    payment_run_makers: 'Quienes aprueban registraron o aprobaron sus facturas. Uno de los dos no debe haber intervenido en ellas.',
    payment_run_own_iban: 'Usted introdujo el IBAN de uno de los proveedores. Debe aprobar otra persona, o retire ese pago.',
    payment_run_iban_differs: 'Un proveedor ya tiene otro IBAN. Retire su pago y propóngalo de nuevo.',
    payment_run_iban_recent:
      'El IBAN de un proveedor es de hoy o de ayer. Compruébelo con él y confírmelo, espere un día, o retire su pago.',
    payment_run_too_early: 'La remesa es posterior a esa fecha. Elija el día en que pagó el banco.',
    payment_run_no_payment: 'La remesa no tiene ningún pago con ese número.',
    payment_run_payment_state: 'Ese pago ya se retiró o se pagó.',
  },
  figures: {
    document_in_run: '{{document, id}} está en la remesa {{run, id}}, que lo paga. Retire allí su pago, o anule la remesa.',
    payment_run_nothing_no_iban: 'No hay nada que pagar: {{supplier}} no tiene IBAN. Escríbalo primero.',
    payment_run_nothing_foreign_currency:
      'No hay nada que pagar: a {{supplier}} se le debe en divisa, y las transferencias SEPA son en euros. Registre ese pago por su cuenta.',
    payment_run_nothing_covered_by_credits:
      'No hay nada que pagar: los abonos de {{supplier}} cubren lo que se le debe. Aplíquelos a sus facturas.',
    payment_run_nothing_no_room: 'No cabe en una remesa: {{supplier}} tiene demasiadas facturas. Elija algunas de ellas.',
    payment_run_supplier_iban: '{{supplier}} no tiene IBAN. Escríbalo primero, o déjelo fuera.',
    payment_run_bank_day: 'El {{date, date}} los bancos no liquidan pagos. Elija el {{next, date}}.',
    payment_run_past_day: 'El {{date, date}} ya ha pasado. Elija el {{next, date}} o un día posterior.',
    payment_run_changed: 'De {{document, id}} ya solo quedan {{open, money}}. Proponga la remesa de nuevo.',
    payment_run_own_iban: 'Usted introdujo el IBAN de {{supplier}}. Debe aprobar otra persona, o retire ese pago (n.º {{no, number}}).',
    payment_run_iban_differs: '{{supplier}} ya tiene otro IBAN que esta remesa. Retire su pago (n.º {{no, number}}) y propóngalo de nuevo.',
    payment_run_iban_recent:
      'El IBAN de {{supplier}} es del {{date, date}}. Llame al proveedor y confírmelo, espere un día, o retire su pago (n.º {{no, number}}).',
    payment_run_too_early:
      'La remesa se propuso el {{earliest, date}}: no se pudo pagar el {{date, date}}. Elija el día en que pagó el banco.',
    payment_run_no_payment: 'La remesa no tiene ningún pago n.º {{no, number}}.',
  },
};

declare global {
  interface ConsoleTexts {
    cash: typeof cash;
    treasury: typeof treasury;
  }
}
