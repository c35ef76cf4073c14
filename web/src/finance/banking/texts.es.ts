export const banking = {
  accounts: {
    new: 'Nueva cuenta bancaria',
    save: 'Guardar',
    saved: '{{name}} está guardada.',
    lacking: 'Escriba un nombre, un IBAN válido y la cuenta contable.',
    search: 'Buscar por nombre, IBAN o cuenta contable',
    empty: {
      title: 'Todavía no hay cuentas bancarias',
      text: 'Registre las cuentas que la empresa tiene en los bancos: por su IBAN las encuentran los extractos.',
    },
    name: 'Nombre',
    nameHint: 'Como usted la llama: el banco, para qué es.',
    ibanHint: 'Por él encuentran la cuenta los extractos del banco.',
    ibanWrong: 'No es un IBAN válido: revise sus dígitos.',
    bicHint: 'Opcional: 8 u 11 caracteres.',
    account: 'Cuenta contable',
    accountHint: '572 o una por debajo; cada cuenta bancaria, la suya.',
    currency: 'Divisa',
    openLines: 'Por conciliar',
    openAmount: 'Importe por conciliar',
  },
  check: {
    title: 'Banco y libros',
    on: 'A {{date}}, el último día del que habla un extracto.',
    what: 'Concepto',
    day: 'Día',
    amount: 'Importe',
    none: 'Aún sin extracto',
    untold: 'Asientos que el banco no tiene',
    behind: 'Los últimos asientos aún no están contados. Mire de nuevo en un momento.',
    rows: {
      bank: 'Saldo según el banco',
      openLines_one: '{{count}} movimiento que no está en los libros',
      openLines_other: '{{count}} movimientos que no están en los libros',
      openLines_many: '{{count}} movimientos que no están en los libros',
      entries: 'Asientos que el banco no tiene',
      before: 'De más en los libros antes del primer extracto',
      gaps: 'Entre extractos',
      unexplained: 'Sin explicar',
      ledger: 'Saldo de la {{account}} en los libros',
    },
  },
  statements: {
    one: 'Extracto {{number}}',
    new: 'Subir extractos',
    search: 'Buscar por número, cuenta o fichero',
    empty: {
      title: 'Todavía no hay extractos',
      text: 'Suba el fichero que le da su banco (Norma 43, camt, MT940, OFX o CSV): sus movimientos esperan aquí a que los concilie.',
    },
    account: 'Cuenta bancaria',
    file: 'Fichero',
    format: 'Formato',
    from: 'Desde',
    to: 'Hasta',
    lines: 'Movimientos',
    already: 'Ya en extractos anteriores',
    open: 'Por conciliar',
    opening: 'Saldo inicial',
    closing: 'Saldo final',
    gap: 'Hueco previo',
    gapTitle: 'Hay un hueco antes de este extracto',
    gapText: 'El saldo difiere en {{amount}} del final del extracto anterior.',
    gapDays: 'Ningún extracto habla del {{from}} al {{to}}: súbalo.',
    first: 'Los cien primeros movimientos.',
    delete: {
      action: 'Eliminar',
      title: 'Eliminar el extracto',
      text_one: 'Se elimina con su movimiento y su fichero. No queda nada de él.',
      text_other: 'Se elimina con sus {{count}} movimientos y su fichero. No queda nada de él.',
      text_many: 'Se elimina con sus {{count}} movimientos y su fichero. No queda nada de él.',
      done: 'El extracto está eliminado.',
    },
  },
  upload: {
    title: 'Subir extractos',
    drop: 'Suelte aquí los ficheros de su banco.',
    choose: 'Elegir ficheros',
    formats: 'Norma 43, camt.052, .053 y .054, MT940, OFX y CSV; hasta 20 MB cada uno.',
    account: 'Cuenta bancaria',
    accountHint: 'Solo para ficheros que no dicen su IBAN.',
    files: 'Ficheros',
    sending: 'Enviando',
    reading: 'Leyendo',
    statement: 'Extracto',
    same: 'Este fichero ya estaba: no se ha hecho nada.',
    taken_one: '{{count}} movimiento nuevo; {{already}} ya estaban.',
    taken_other: '{{count}} movimientos nuevos; {{already}} ya estaban.',
    taken_many: '{{count}} movimientos nuevos; {{already}} ya estaban.',
    refused: 'El fichero se ha rechazado entero',
    atLine: 'Línea {{line}}.',
  },
  /** Why a file is no statement, by the API's `why`. */
  faults: {
    unknown_format:
      'No es Norma 43, camt.052, .053 ni .054, MT940 ni OFX; y un CSV se lee con las columnas que se guardan en la cuenta bancaria.',
    empty: 'El fichero está vacío.',
    encoding: 'Sus caracteres no son los que dice. Descárguelo de nuevo.',
    xml: 'El XML está dañado. Descárguelo de nuevo.',
    line_too_long: 'Una línea tiene más columnas que las de su formato.',
    unknown_record: 'Hay un registro que su formato no tiene.',
    misplaced_record: 'Hay un registro fuera de su sitio.',
    date: 'Hay una fecha que no lo es.',
    amount: 'Hay un importe que no lo es.',
    currency: 'La divisa no es la de la cuenta.',
    account: 'El número de cuenta no es correcto.',
    column: 'Falta una columna de las que se guardan en la cuenta bancaria.',
    not_closed: 'Al extracto le falta su final. Descárguelo entero.',
    count: 'No trae tantos movimientos como dice.',
    total: 'Sus movimientos no suman lo que dice.',
    batch: 'Los pagos de un lote no suman su importe.',
    balance: 'El saldo inicial y los movimientos no dan el saldo final.',
  },
  matching: {
    lines: 'Movimientos del banco',
    candidates: 'Qué es el movimiento',
    keys: 'Flechas: otro movimiento. Una cifra: elige. Intro: acepta. S: por cuenta. X: aparta. Z: atrás.',
    empty: 'Todos los movimientos están conciliados.',
    nothing: 'Nada de lo pendiente encaja. Dígalo por una cuenta.',
    accept: 'Aceptar',
    undo: 'Deshacer lo último',
    matched: 'Conciliado.',
    putAside: 'Apartar',
    aside: 'Apartado: los libros no lo tienen.',
    asideReason: 'Apartado en la conciliación',
    undone: 'Deshecho: el movimiento espera de nuevo.',
    byAccount: 'Por cuenta',
    account: 'Cuenta',
    amount: 'Importe',
    text: 'Concepto',
    whole: 'El movimiento está explicado entero.',
    rest: 'Falta por explicar {{amount}}.',
    look: 'Ver {{number}}',
    sure: { high: 'Casi seguro', middle: 'Probable', low: 'Posible' },
    reasons: {
      amount: 'el mismo importe',
      reference: 'su número está en el texto',
      name: 'el nombre está en el texto',
      date: 'por esas fechas',
      posted: 'ya está en los libros',
    },
  },
};

export const menu = { bankMatching: 'Conciliación bancaria', bankAccounts: 'Cuentas bancarias', bankStatements: 'Extractos bancarios' };
export const commands = { newBankAccount: 'Nueva cuenta bancaria', newBankStatement: 'Subir extractos bancarios' };

export const states = {
  'bank-account': { active: 'Activa', closed: 'Cerrada' },
  'bank-file': { waiting: 'A la espera', running: 'Leyéndose', done: 'Leído', failed: 'Rechazado' },
  'bank-statement': { taking: 'Leyéndose', taken: 'Leído', deleting: 'Eliminándose' },
  'bank-line': { open: 'Por conciliar', matched: 'Conciliado', ignored: 'Apartado' },
};

export const palette = { kinds: { 'bank-account': 'Cuentas bancarias', 'bank-statement': 'Extractos bancarios' } };

export const billing = { documents: { 'bank-statement': 'Extracto {{number}}', 'bank-account': 'Cuenta bancaria {{number}}' } };

export const records = {
  did: {
    createBankAccount: 'Registró la cuenta bancaria',
    patchBankAccount: 'Cambió la cuenta bancaria',
    createBankFile: 'Envió el fichero',
    deleteBankStatement: 'Elimina el extracto',
    matchBankLine: 'Concilió el movimiento',
    unmatchBankLine: 'Deshizo la conciliación',
    ignoreBankLine: 'Apartó el movimiento',
    reopenBankLine: 'Dejó el movimiento a la espera',
    onBankUpload: 'Llegó el fichero',
    takeBankStatements: 'Se leyó el extracto',
    failBankFile: 'La lectura se detuvo',
  },
};

export const fields = {
  messages: {
    'must be a BIC: 8 or 11 letters and digits': 'Escriba el BIC completo: 8 u 11 letras y cifras.',
    'must be at most 20000000': 'El fichero pasa de 20 MB: divídalo en varios.',
  },
};

export const errors = {
  codes: {
    'bank-account_not_found': 'Esa cuenta bancaria no existe. Vuelva a la lista de cuentas.',
    'bank-file_not_found': 'Ese fichero no existe.',
    'bank-statement_not_found': 'Ese extracto no existe. Vuelva a la lista de extractos.',
    'bank-line_not_found': 'Ese movimiento no existe.',
    bank_account_twice: 'Ya hay una cuenta bancaria con ese IBAN o con esa cuenta contable.',
    bank_statement_state: 'El extracto todavía se está leyendo. Espere a que termine.',
    bank_statement_matched: 'Alguno de sus movimientos está conciliado. Deshágalo primero.',
    bank_line_state: 'El movimiento ya no está en un estado en que eso se pueda hacer.',
    bank_line_sum: 'Las partes no suman el importe del movimiento. Cambie un importe o añada una parte.',
    bank_line_parts: 'Dos partes son del mismo tercero, documento o remesa. Júntelas.',
    bank_line_currency: 'La cuenta está en divisa. Registre el documento por su cuenta y enlácelo después.',
    bank_line_taken: 'Ese documento ya está conciliado con otro movimiento.',
    bank_line_document: 'Ese documento no ha movido nada en la cuenta. Elija otro.',
    bank_line_run: 'La remesa es de otra cuenta.',
    bank_line_tied: 'Otro movimiento está conciliado con el mismo traspaso. Deshaga primero aquel.',
    statement_unknown_account: 'El extracto es de una cuenta que no es de la empresa. Regístrela primero, o elija otro fichero.',
    statement_other_account: 'El extracto es de otra cuenta.',
    statement_no_account: 'El fichero no dice de qué cuenta es. Elija la cuenta bancaria y súbalo de nuevo.',
    statement_currency: 'El extracto está en otra divisa que la cuenta.',
    statement_unreadable: 'El fichero no es un extracto que se pueda leer. Pida otro a su banco.',
    statement_unbalanced: 'El extracto no cuadra. Pida otro a su banco.',
    statement_gone: 'El fichero se borró antes de leerlo. Súbalo de nuevo.',
    statement_too_large: 'El fichero es demasiado grande. Divídalo.',
    statement_stopped: 'La lectura se detuvo y no se ha guardado nada. Súbalo de nuevo.',
  },
  figures: {
    bank_account_twice_iban: 'Ya hay una cuenta bancaria con el IBAN {{iban}}.',
    bank_account_twice_account: 'Otra cuenta bancaria usa ya la {{account}}. Dé a esta una cuenta contable propia.',
    bank_statement_matched:
      'De sus movimientos hay {{count, number}} conciliados, el primero del {{date, date}} ({{text}}). Deshágalos primero.',
    bank_line_sum: 'Las partes suman {{sum, money}} y el movimiento es de {{amount, money}}: faltan {{left, money}}.',
    bank_line_currency: 'La cuenta está en {{currency}}. Registre el documento por su cuenta y enlácelo después.',
    bank_line_taken: '{{document, id}} ya está conciliado con otro movimiento.',
    bank_line_document: '{{document, id}} no ha movido nada en la {{account}}. Elija otro documento.',
    bank_line_run: 'La remesa es de la cuenta {{account}}.',
    statement_unknown_account:
      'El extracto es de la cuenta {{account}}, que no es de la empresa. Regístrela primero, o elija otro fichero.',
    statement_other_account: 'El extracto es de la cuenta {{account}}, y no de {{name}}.',
    statement_currency: 'El extracto está en {{currency}}, y {{name}} se lleva en {{theirs}}.',
  },
};

declare global {
  interface ConsoleTexts {
    banking: typeof banking;
  }
}
