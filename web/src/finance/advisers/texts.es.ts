export const advisers = {
  meaning: 'Quien lleva la contabilidad fuera: recibe los asientos con sus subcuentas, cada uno una sola vez.',
  empty: 'Todavía no hay ninguna gestoría. Dé de alta la suya para enviarle los asientos con sus subcuentas.',
  new: 'Dar de alta una gestoría',
  name: 'Nombre',
  nameNeeded: 'Escriba el nombre',
  change: 'Cambiar {{name}}',
  changeShort: 'Cambiar',
  save: 'Guardar',
  saved: '{{name}}: guardada.',
  facts: 'Cómo numera y qué lee',
  digits: 'Dígitos de las subcuentas',
  prefix: 'Prefijo de {{account}}',
  prefixes: 'Prefijos',
  numbering: 'Clientes y proveedores',
  numberings: { running: 'Número correlativo', 'tax-id': 'Por su NIF' },
  padding: 'Completar con ceros las cuentas sin subcuenta',
  yes: 'Sí',
  no: 'No',
  account: 'Cuenta',
  subaccount: 'Subcuenta',
  table: {
    short: 'Tabla de subcuentas',
    title: 'Tabla de subcuentas de {{name}}',
    text: 'Una cuenta por línea, con su subcuenta de {{digits}} dígitos. Sustituye a la tabla anterior. Clientes y proveedores reciben la suya al enviarse, y la conservan.',
    file: 'Fichero CSV',
    rows: 'Cuentas y subcuentas',
    needed: 'Escriba al menos la primera línea',
    done_one: '{{count}} cuenta en la tabla.',
    done_many: '{{count}} cuentas en la tabla.',
    done_other: '{{count}} cuentas en la tabla.',
  },
  layout: {
    title: 'Formato del fichero',
    of: 'Formato del fichero de {{name}}',
    text: 'Los formatos de a3, ContaPlus o ContaSol dependen de la versión: indique las columnas que su gestoría le haya dado. Ninguna se supone.',
    format: 'Formato',
    neutral: 'CSV neutro',
    formats: { csv: 'CSV con sus columnas', fixed: 'Ancho fijo', xlsx: 'Libro de Excel (ContaSol: hoja APU)' },
    columns: 'Columnas, una por línea',
    columnsHint:
      'campo;título;ancho;izq o der;relleno;valor. Campos: asiento, apunte, fecha, subcuenta, nombre, nif, concepto, documento, debe, haber, importe, signo, constante.',
    columnsNeeded: 'Escriba al menos tres columnas',
    source: 'De dónde sale',
    sourceHint: 'Manual del programa y versión, o quién lo dijo.',
    sourceNeeded: 'Indique de dónde sale el formato',
    dates: 'Fechas',
    decimal: 'Signo decimal',
    encoding: 'Codificación',
    sheet: 'Hoja',
    header: 'La primera línea lleva los títulos',
    done: 'Formato guardado.',
  },
  export: {
    title: 'Enviar un trimestre',
    entries: 'Asientos por enviar',
    lines_one: '{{count}} apunte',
    lines_many: '{{count}} apuntes',
    lines_other: '{{count}} apuntes',
    debit: 'Debe',
    credit: 'Haber',
    newParties: 'Clientes y proveedores nuevos',
    unnamed: 'Cuentas que no están en la tabla',
    none: 'sin subcuenta',
    action: 'Generar el fichero',
    done_one: 'Fichero con {{count}} asiento.',
    done_many: 'Fichero con {{count}} asientos.',
    done_other: 'Fichero con {{count}} asientos.',
  },
  sent: {
    title: 'Enviado',
    on: 'Fecha',
    numbers: 'Asientos',
    actions: 'Acciones',
    file: 'Descargar',
    repeat: 'Repetir',
    repeatOf: 'Repetir el envío {{number}}',
    repeatText: 'Los mismos asientos con los mismos números: avise a la gestoría para que no los importe dos veces.',
    again: 'Repetido: {{reason}}',
  },
};

export const menu = { advisers: 'Gestoría' };
export const billing = { documents: { 'adviser-export': 'Envío {{number}}' } } as const;
export const palette = { kinds: { adviser: 'Gestorías', 'adviser-export': 'Envíos a la gestoría' } } as const;
export const records = {
  did: {
    createAdviser: 'Dio de alta la gestoría',
    patchAdviser: 'Cambió la gestoría',
    putAdviserAccounts: 'Cambió la tabla de subcuentas',
    createAdviserExport: 'Envió asientos',
  },
} as const;

export const fields = {
  messages: {
    'must be letters and digits, such as dat': 'Escriba letras y cifras, como dat.',
    'must be the first digits of subaccounts, such as 430': 'Escriba las primeras cifras de las subcuentas, como 430.',
    'must be digits': 'Escriba solo cifras.',
  },
} as const;

export const errors = {
  codes: {
    adviser_not_found: 'Esa gestoría no existe. Elíjala de la lista.',
    'adviser-export_not_found': 'Ese envío no existe. Vuelva a la página de la gestoría.',
    adviser_layout: 'Al formato le falta algo, o un dato no cabe en su columna. Revise las columnas.',
    adviser_fixed:
      'Ya se enviaron asientos con estas subcuentas: la longitud y los prefijos no cambian. Dé de alta otra gestoría si empieza de nuevo.',
    adviser_accounts: 'Una línea de la tabla no sirve. Revise cuenta y subcuenta.',
    adviser_export_nothing_new: 'La gestoría ya tiene todos los asientos de ese periodo. Repita un envío, con su motivo.',
    adviser_export_too_many: 'Son demasiados asientos para un fichero. Elija un mes.',
    adviser_export_unmapped: 'Hay cuentas sin subcuenta. Añádalas a la tabla.',
    adviser_export_other: 'Ese envío es de otra gestoría o de otro periodo.',
  },
  figures: {
    adviser_layout_missing: 'Al formato le falta una columna: {{missing}}.',
    adviser_layout_width: 'La columna {{column}} de un fichero de ancho fijo necesita su ancho.',
    adviser_layout_narrow: 'En una columna de {{width}} caracteres no cabe «{{cell}}»: ensánchela.',
    adviser_accounts_twice: 'Línea {{row}}: la cuenta {{account}} ya está en la tabla.',
    adviser_accounts_party: 'Línea {{row}}: la cuenta {{account}} es de clientes o proveedores, que tienen subcuentas propias.',
    adviser_accounts_length: 'Línea {{row}}: la subcuenta de {{account}} no tiene {{digits}} dígitos.',
    adviser_accounts_columns: 'La primera línea debe nombrar cuenta y subcuenta.',
    adviser_accounts_rows: 'El fichero tiene demasiadas líneas: como mucho {{limit}}.',
    adviser_accounts_row: 'La línea {{row}} no es una cuenta con una subcuenta de cifras.',
    adviser_export_nothing_new_sent: 'La gestoría ya tiene todos los asientos de {{period}}: repita un envío anterior, con su motivo.',
    adviser_export_nothing_new_empty: 'En {{period}} no hay nada contabilizado.',
    adviser_export_too_many: '{{period}} tiene {{count}} asientos por enviar, y un fichero admite {{limit}}: elija un mes.',
    adviser_export_unmapped: 'La gestoría no tiene subcuenta para {{accounts}}: añádalas a su tabla.',
    adviser_export_other: 'Ese envío es de {{adviser}}, {{period}}.',
  },
};

declare global {
  interface ConsoleTexts {
    advisers: typeof advisers;
  }
}
