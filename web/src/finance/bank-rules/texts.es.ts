export const bankRules = {
  new: 'Nueva regla',
  edit: 'Cambiar la regla',
  save: 'Guardar',
  saved: 'La regla {{name}} está guardada.',
  lacking: 'Escriba un nombre, algo por lo que se reconozca el movimiento y la cuenta.',
  search: 'Buscar por nombre',
  takes: 'Reconoce',
  posts: 'Contabiliza en',
  tested: 'Prueba',
  untested: 'Sin probar',
  testedShort: '{{taken, number}} de {{lines, number}}; {{wrong, number}} de otra forma',
  version: 'Versión {{version}}',
  textsHint: 'Una frase por línea: basta una. El asterisco vale por lo que haya en medio.',
  codeHint: 'El del banco: 17 en Norma 43 son intereses, comisiones e impuestos.',
  orderHint: 'Toma el movimiento la primera que lo reconoce.',
  offers: {
    'vat-303': 'IVA pagado (modelo 303)',
    'withholdings-111': 'Retenciones de trabajo y profesionales (modelo 111)',
    'rents-115': 'Retenciones de alquileres (modelo 115)',
    'instalments-202': 'Pagos fraccionados del impuesto sobre sociedades (modelo 202)',
    'corporate-tax-200': 'Impuesto sobre sociedades (modelo 200)',
    'social-security': 'Seguros sociales de los trabajadores',
    'self-employed': 'Cuotas de autónomos',
    payroll: 'Pago de nóminas',
    'bank-fees': 'Comisiones bancarias',
    'loan-interest': 'Intereses de préstamos',
    'card-takings': 'Cobros por TPV menos comisión',
    'interest-received': 'Intereses cobrados, menos la retención',
  },
  offered: {
    title: 'Reglas para usted',
    text: 'Ya preparadas para lo que tiene toda empresa, por los textos de los bancos españoles. Contadas sobre los últimos {{lines, number}} movimientos de sus cuentas; cada una está desactivada hasta que la pruebe y la active.',
    knows: 'Reconoce: {{texts}}. Contabiliza en {{accounts}}.',
    taken_one: '{{count, number}} movimiento',
    taken_other: '{{count, number}} movimientos',
    taken_many: '{{count, number}} movimientos',
    take: 'Tomar esta regla',
    look: 'Ver la regla',
  },
  noWithholding: 'Ninguna',
  empty: {
    title: 'Todavía no hay reglas',
    text: 'Diga qué son las comisiones, los seguros sociales o las nóminas: antes de activarla, cada regla se prueba con todo lo pasado.',
  },
  fields: {
    name: 'Nombre',
    direction: 'Sentido',
    texts: 'El texto dice',
    without: 'Y no dice',
    partyName: 'Nombre del otro',
    partyIban: 'IBAN del otro',
    code: 'Código de operación',
    least: 'Importe desde',
    most: 'Importe hasta',
    does: 'Qué hace',
    account: 'Cuenta',
    second: 'Otra cuenta para una parte',
    percent: 'Parte',
    takings: 'Cuenta de los cobros con tarjeta',
    supplierId: 'Proveedor',
    taxCode: 'IVA',
    withholding: 'Retención',
    upTo: 'Diferencia máxima',
    upToHint: 'Hasta 30 €, y nunca más del 5 % de los documentos',
    order: 'Orden',
    activeFrom: 'Desde el día',
  },
  directions: { in: 'Entra', out: 'Sale' },
  does: {
    entry: 'Un asiento',
    bill: 'Una factura pagada, con su IVA',
    commission: 'Cobros con tarjeta menos comisión',
    small: 'Admite diferencias pequeñas',
    fee: 'Admite comisiones retenidas',
  },
  switch: {
    on: 'Activar',
    off: 'Desactivar',
    onText:
      'De {{lines, number}} movimientos pasados toma {{taken, number}}; {{wrong, number}} los concilió alguien de otra forma. Desde ahora los contabiliza sola.',
    onNone:
      'La prueba no ha encontrado ningún movimiento que tome: no se sabe qué hará. Mire si sus condiciones son las que quería. Desde ahora contabiliza sola lo que tome.',
    onDifference:
      'De {{lines, number}} movimientos pasados admite {{taken, number}}; {{wrong, number}} los concilió alguien de otra forma. Desde ahora las propuestas llevan la diferencia a su cuenta, y se contabilizan solas si la empresa lo tiene así.',
    offText: 'Deja de tomar movimientos. Lo que concilió queda.',
    onDone: '{{name}} está activa.',
    offDone: '{{name}} está desactivada.',
  },
  delete: { action: 'Eliminar', text: 'La regla se elimina. Lo que concilió queda.', done: 'La regla {{name}} está eliminada.' },
  test: {
    title: 'Prueba con lo pasado',
    begin: 'Probar',
    none: 'Pruébela antes de activarla: no se contabiliza nada.',
    running: 'Probando: {{count, number}} movimientos vistos.',
    done: 'De {{lines}} movimientos toma {{taken, number}}.',
    failed: 'La prueba se detuvo. Empiece de nuevo.',
    wrong_one: '{{count, number}} lo concilió alguien de otra forma: mírelo antes de activarla.',
    wrong_other: '{{count, number}} los concilió alguien de otra forma: mírelos antes de activarla.',
    wrong_many: '{{count, number}} los concilió alguien de otra forma: mírelos antes de activarla.',
    earlier_one: '{{count, number}} lo toma antes otra regla.',
    earlier_other: '{{count, number}} los toma antes otra regla.',
    earlier_many: '{{count, number}} los toma antes otra regla.',
    counts: 'Qué fue de los que toma',
    verdict: 'Qué fue',
    effect: 'Qué contabilizaría',
    lines: 'Algunos de ellos',
  },
  habits: {
    key: 'Quién',
    of: 'Por',
    matched: 'Se concilió con',
    times: '{{name}} ({{count, number}})',
    forget: 'Olvidar',
    forgotten: 'Olvidado.',
    by: { iban: 'su IBAN', name: 'su nombre', text: 'lo que escribe el banco' },
    nothing: 'De cada movimiento que concilia se aprende con quién o con qué cuenta; aquí puede olvidarlo.',
  },
  verdicts: {
    new: 'Por conciliar',
    agreed: 'Conciliado igual',
    wrong: 'Conciliado de otra forma',
    own: 'Conciliado por la regla',
    ignored: 'Apartado',
  },
  auto: {
    begin: 'Conciliar lo automático',
    undo: 'Deshacer esta conciliación automática',
    running: 'Conciliando: {{count, number}} movimientos vistos.',
    unfinished: 'No dio tiempo a mirar una segunda vez todos los movimientos: empiece otra vez para los que quedan.',
    failed: 'La conciliación automática se detuvo. Lo que concilió queda hecho; puede deshacerlo o empezar de nuevo.',
    matched_one: '{{count, number}} movimiento conciliado solo ({{rules, number}} por reglas).',
    matched_other: '{{count, number}} movimientos conciliados solos ({{rules, number}} por reglas).',
    matched_many: '{{count, number}} movimientos conciliados solos ({{rules, number}} por reglas).',
    proposed_one: '{{count, number}} es casi seguro y espera a que usted lo acepte.',
    proposed_other: '{{count, number}} son casi seguros y esperan a que usted los acepte.',
    proposed_many: '{{count, number}} son casi seguros y esperan a que usted los acepte.',
    ties_one: '{{count, number}} encaja igual de bien con varias cosas: decida usted.',
    ties_other: '{{count, number}} encajan igual de bien con varias cosas: decida usted.',
    ties_many: '{{count, number}} encajan igual de bien con varias cosas: decida usted.',
    refused_one: '{{count, number}} no se pudo contabilizar.',
    refused_other: '{{count, number}} no se pudieron contabilizar.',
    refused_many: '{{count, number}} no se pudieron contabilizar.',
    undone_one: 'Se deshizo {{count, number}}.',
    undone_other: 'Se deshicieron {{count, number}}.',
    undone_many: 'Se deshicieron {{count, number}}.',
    kept_one: '{{count, number}} no se pudo deshacer.',
    kept_other: '{{count, number}} no se pudieron deshacer.',
    kept_many: '{{count, number}} no se pudieron deshacer.',
  },
  matchedBy: {
    person: 'por {{by}}',
    engine: 'solo, seguro al {{score}} %: {{why}}',
    rule: 'por una regla (versión {{version}})',
  },
  /** Why a line was matched by itself, in few words. */
  because: {
    end_to_end_equal: 'nuestra referencia',
    reference_found: 'nombra el documento',
    reference_count: 'su número',
    reference_similar: 'casi su número',
    amount_equal: 'mismo importe',
    amount_of_documents: 'suma de documentos',
    amount_of_lines: 'suma de movimientos',
    amount_partial: 'parte del importe',
    amount_share: 'porcentaje exacto',
    small_difference: 'diferencia pequeña',
    fee_kept: 'comisión retenida',
    fx_difference: 'cambio de divisa',
    iban_known: 'su IBAN',
    name_similar: 'su nombre',
    matched_before: 'conciliado así antes',
    text_learnt: 'lo escribió así antes',
    date_near: 'de esas fechas',
    all_open: 'todo lo que debe',
    rule_words: 'lo dice el texto',
    batch_payments: 'un lote',
  },
};

export const menu = { bankRules: 'Reglas del banco', bankHabits: 'Lo aprendido del banco' };
export const commands = { newBankRule: 'Nueva regla del banco', bankRuleOffers: 'Reglas del banco ya preparadas' };

export const states = {
  'bank-rule': { off: 'Desactivada', on: 'Activa' },
  'bank-rule-test': { running: 'Probando', done: 'Probada', failed: 'Detenida' },
  'bank-match-run': { running: 'Conciliando', done: 'Terminada', failed: 'Detenida', undoing: 'Deshaciéndose', undone: 'Deshecha' },
};

export const palette = { kinds: { 'bank-rule': 'Reglas del banco' } };

export const billing = { documents: { 'bank-rule': 'Regla {{number}}' } };

export const records = {
  did: {
    createBankRule: 'Creó la regla',
    patchBankRule: 'Cambió la regla',
    switchBankRuleOn: 'Activó la regla',
    switchBankRuleOff: 'Desactivó la regla',
    forgetBankHabit: 'Olvidó lo aprendido',
    deleteBankRule: 'Eliminó la regla',
    testBankRule: 'Se probó con lo pasado',
    testNewBankRule: 'Probó una regla sin guardar',
    createMatchRun: 'Empezó una conciliación automática',
    undoMatchRun: 'Deshizo la conciliación automática',
    matchBankLines: 'Se concilió solo',
    failBankWork: 'Se detuvo',
  },
};

export const fields = {
  messages: {
    'must have two letters or digits at least': 'Escriba al menos dos letras o cifras.',
    'must have at most 4 asterisks': 'Como mucho cuatro asteriscos.',
    'must be the code as the bank has it': 'Escriba el código tal como lo da el banco.',
  },
};

export const errors = {
  codes: {
    'bank-rule_not_found': 'Esa regla no existe. Vuelva a la lista de reglas.',
    'bank-habit_not_found': 'Eso ya está olvidado.',
    'bank-rule-test_not_found': 'Esa prueba no existe. Pruebe la regla de nuevo.',
    'bank-match-run_not_found': 'Esa conciliación automática no existe.',
    bank_rule_no_condition: 'La regla necesita un texto, un nombre, un IBAN o un código por el que reconocer el movimiento.',
    bank_rule_amounts: 'El importe desde es mayor que el importe hasta.',
    bank_rule_action:
      'La regla hace una sola cosa: un asiento, una factura pagada, cobros con tarjeta o una diferencia. Los cobros con tarjeta entran y las facturas salen.',
    bank_rule_percent: 'Las partes de las cuentas suman 100, y una comisión es como mucho la mitad.',
    bank_rule_up_to:
      'Una regla admite 30 € de diferencia como mucho, y nunca más del 5 % de los documentos: quien paga aún menos ha pagado una parte.',
    bank_rule_closed_period:
      'Ese período está cerrado y en él no se contabiliza nada automáticamente. La regla debe empezar en uno abierto.',
    bank_rule_state: 'La regla ya está así, o está activa: desactívela primero.',
    bank_rule_untested: 'Pruebe la regla con lo pasado, tal como está: después podrá activarla.',
    bank_match_run_state: 'La conciliación automática aún no ha terminado, o ya está deshecha.',
    bank_match_run_off: 'La empresa no concilia nada automáticamente: lo dice su configuración.',
  },
};

declare global {
  interface ConsoleTexts {
    bankRules: typeof bankRules;
  }
}
