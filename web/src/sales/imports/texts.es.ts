export const imports = {
  fileName: 'Fichero',
  status: 'Estado',
  date: 'Fecha',
  rows: 'Filas',
  made: 'Documentos hechos',
  notTaken: 'No tomadas',
  sales: 'Ventas',
  credits: 'Abonos',
  problems: 'Con problemas',
  profile: 'Formato del fichero',
  profiles: {
    'online-retail': 'Online Retail: comas, columnas en inglés',
    'tienda-es': 'Tienda: punto y coma, columnas en español',
  },
  delimiters: { comma: 'coma', semicolon: 'punto y coma', tab: 'tabulador' },
  dates: { 'Y-M-D': 'año-mes-día', 'D/M/Y': 'día/mes/año', 'M/D/Y': 'mes/día/año' },
  fields: {
    document: 'Número del documento',
    code: 'Artículo',
    description: 'Descripción',
    quantity: 'Cantidad',
    date: 'Fecha',
    price: 'Precio sin IVA',
    customer: 'Clave del cliente; vacía, venta al contado',
    country: 'País del cliente',
  },
  empty: {
    title: 'Todavía no se ha importado nada',
    text: 'Traiga el fichero de pedidos de su tienda: cada documento se convierte en un pedido enviado y facturado, o en una rectificativa.',
  },
  new: {
    title: 'Importar un fichero',
    drop: 'Suelte aquí el fichero de pedidos de su tienda',
    choose: 'Elegir un fichero',
    another: 'Elegir otro',
    limits: 'CSV en UTF-8, hasta {{size}}. Importar dos veces lo mismo no duplica nada.',
    bytes_one: '{{size}} byte',
    bytes_other: '{{size}} bytes',
    bytes_many: '{{size}} bytes',
    profileText: 'Se reconoce por la primera línea del fichero; cámbielo si no es el suyo.',
    expected: 'Qué se espera en el fichero',
    format:
      'Columnas separadas por {{delimiter}}; decimales con «{{decimals}}»; fechas {{dates}}. Los documentos que empiezan por {{prefix}} son devoluciones.',
    column: 'Columna',
    holds: 'Qué contiene',
    missing: 'Para «{{profile}}» faltan: {{missing}}. El fichero tiene: {{found}}.',
    twice: 'Están más de una vez: {{twice}}. Deje una de cada.',
    action: 'Importar',
    again: 'Volver a enviarlo',
    stop: 'Detener el envío',
    sending: 'Enviando el fichero',
    sent: '{{sent}} de {{all}} enviados ({{percent}} %)',
    sentPercent: 'Enviado el {{percent}} %',
  },
  progress: 'Progreso',
  waitingFile: 'Esperando a que llegue el fichero…',
  reading: 'Leyendo el fichero entero, antes de hacer nada con él…',
  rowsDone: '{{done}} de {{all}} filas ({{percent}} %)',
  percentHeard: 'Importado el {{percent}} %',
  doneHeard: 'La importación ha terminado',
  abandoned: {
    title: 'El fichero no llegó a enviarse',
    text: 'El enlace para enviarlo ya ha caducado. No se ha hecho nada; impórtelo de nuevo.',
  },
  atLine: 'Línea {{line}}.',
  nothingMade: 'No se ha hecho nada con este fichero.',
  stoppedKept: 'Lo que ya se hizo queda hecho: el mismo fichero, importado otra vez, sigue desde ahí.',
  another: 'Importar el fichero corregido',
  faults: {
    empty: { title: 'El fichero está vacío', text: 'Vuelva a exportarlo de su tienda y compruebe que tiene filas.' },
    noRows: {
      title: 'El fichero no tiene filas',
      text: 'Solo está la línea con los nombres de las columnas. Exporte un periodo con ventas.',
    },
    tooManyRows: {
      title: 'El fichero tiene demasiadas filas',
      text: 'Divídalo en varios, por ejemplo por meses; cada uno con la línea de nombres.',
    },
    tooLarge: {
      title: 'El fichero es demasiado grande',
      text: 'Divídalo en varios, por ejemplo por meses; cada uno con la línea de nombres.',
    },
    type: { title: 'Esto no es un fichero CSV', text: 'Si es una hoja de cálculo, guárdela como «CSV UTF-8» y elija ese fichero.' },
    name: { title: 'El nombre del fichero no sirve', text: 'Debe tener de 1 a 120 caracteres, sin barras. Cámbielo y vuelva a elegirlo.' },
    columns: {
      title: 'Los nombres de las columnas no encajan',
      text: 'Elija el formato que corresponde, o ponga en la primera línea los nombres que se esperan.',
    },
    quotes: { title: 'Hay unas comillas mal puestas', text: 'Corríjalas en el fichero: las que abren una celda deben cerrarla.' },
    csv: {
      title: 'El fichero no se puede leer como CSV',
      text: 'Vuelva a exportarlo de su tienda, o guárdelo desde una hoja de cálculo como «CSV UTF-8».',
    },
    encoding: {
      title: 'El fichero no está en UTF-8',
      text: 'Guárdelo de nuevo eligiendo «CSV UTF-8» para que acentos y eñes se lean bien.',
    },
    binary: { title: 'Esto no es un fichero de texto', text: 'Parece una hoja de cálculo u otro programa. Guárdela como «CSV UTF-8».' },
    gone: { title: 'El fichero ya no está', text: 'Se borró antes de leerlo. Vuelva a importarlo.' },
    stopped: {
      title: 'La importación se ha detenido',
      text: 'Un paso ha fallado varias veces seguidas. Vuelva a importar el fichero; si se repite, avise a soporte.',
    },
  },
  approve: {
    action: 'Aprobar las devoluciones',
    title: '¿Aprobar las devoluciones de {{file}}?',
    text_one:
      'Espera {{count}} fila de devoluciones: se abona a nombre de usted y, si la venta fue al contado, se devuelve el dinero al momento.',
    text_other:
      'Esperan {{count}} filas de devoluciones: se abonan a nombre de usted y, si la venta fue al contado, se devuelve el dinero al momento.',
    text_many:
      'Esperan {{count}} filas de devoluciones: se abonan a nombre de usted y, si la venta fue al contado, se devuelve el dinero al momento.',
    done: 'Aprobadas: las devoluciones se están importando.',
  },
  outcomes: 'Qué ha sido de las filas',
  outcome: {
    sold: 'Vendidas',
    returned: 'Devueltas',
    already: 'Ya importadas antes',
    changed: 'Cambiadas desde entonces',
    'not-taken': 'No tomadas',
    unfinished: 'A medias',
  },
  documents_one: '{{count}} documento',
  documents_other: '{{count}} documentos',
  documents_many: '{{count}} documentos',
  look: 'Para mirar',
  reason: 'Motivo',
  reasons: {
    'zero-price': 'Precio cero',
    'negative-price': 'Precio negativo',
    'negative-quantity': 'Cantidad negativa en una venta',
    'positive-quantity': 'Cantidad positiva en una devolución',
    malformed: 'Fila mal escrita',
    mixed: 'Documento con filas que se contradicen',
    changed: 'El documento ya se importó con otras filas',
    unreferenced: 'Devolución abonada sin venta anterior',
    'too-long': 'Documento con demasiadas filas',
    refused: 'Documento rechazado',
    'needs-approval': 'Devolución que espera aprobación',
    fault: 'Fallo del programa',
  },
  money: 'Importes',
  tax: 'IVA',
  cashReceived: 'Cobrado al contado',
  cashRefunded: 'Devuelto al contado',
  goodsReceived: 'Mercancía que faltaba, a su coste',
  goodsReceipts: 'Entradas de mercancía hechas',
  report: 'Informe por filas',
  reportText: 'Qué ha sido de cada fila del fichero, con el pedido y la factura que salieron de ella.',
  openRows: 'Ver las filas',
  download: 'Descargar {{format}}',
  about: 'Datos',
  by: 'Importado por',
  startedAt: 'Empezó',
  finishedAt: 'Terminó',
  took: 'Duró',
  seconds: '{{seconds}} s',
  machine: {
    ReadFile: 'Lee el fichero',
    IsItReadable: '¿Se puede leer?',
    TakeDocuments: 'Toma documentos',
    IsThereMore: '¿Quedan más?',
    WriteReport: 'Escribe el informe',
    FailImport: 'Se detiene',
    Refused: 'Fichero rechazado',
  },
  machineOver: 'Ha terminado.',
  rowsOf: 'Filas de {{file}}',
  line: 'Línea',
  document: 'Documento',
  findDocument: 'Documento, con su número exacto',
  became: 'Qué ha sido',
  order: 'Pedido',
  openOrder: 'Ver pedido',
  invoice: 'Factura o rectificativa',
  back: 'Volver a la importación',
  noRows: { title: 'El informe no tiene filas', text: 'El fichero no tenía ninguna.' },
} as const;

export const errors = {
  codes: {
    import_not_done: 'La importación no ha terminado todavía. Espere a que termine para ver el informe.',
    import_nothing_waits: 'En esta importación no hay devoluciones que esperen aprobación.',
    import_same_person: 'Usted importó estas devoluciones: las tiene que aprobar otra persona.',
    import_not_found: 'Esa importación no existe. Vuelva a la lista de importaciones.',
  },
  figures: {
    import_not_done: 'La importación está «{{status, states.import}}». Habrá informe cuando termine.',
  },
  rows: {
    'zero-price': 'El precio es cero.',
    'zero-price_document': 'El documento entero suma cero.',
    'negative-price': 'El precio es {{price, price}}.',
    'negative-quantity': 'La cantidad es {{quantity, number}} en un documento que no es una devolución.',
    'positive-quantity': 'La cantidad es {{quantity, number}} en una devolución, donde debe ser negativa.',
    malformed_columns: 'La fila tiene {{columns, number}} columnas y la primera línea, {{width, number}}.',
    malformed_cell: 'La columna «{{column}}» dice «{{value}}» y debe tener {{wanted, errors.wanted}}.',
    malformed_empty: 'La columna «{{column}}» está vacía y debe tener {{wanted, errors.wanted}}.',
    mixed_date: 'Las filas del documento tienen fechas distintas: {{first, date}} y, en la línea {{line, number}}, {{second, date}}.',
    mixed_customer: 'Las filas del documento tienen clientes distintos: «{{first}}» y, en la línea {{line, number}}, «{{second}}».',
    mixed_country: 'Las filas del documento tienen países distintos: «{{first}}» y, en la línea {{line, number}}, «{{second}}».',
    changed: 'Se deja como se importó la primera vez.',
    unreferenced: 'Ninguna venta anterior del artículo a ese cliente y a ese precio tenía bastante por devolver.',
    'too-long': 'El documento tiene {{rows, number}} filas y en un pedido caben {{limit, number}}. Divídalo.',
    'needs-approval': 'Abona o devuelve dinero: lo tiene que aprobar otra persona que pueda hacerlo.',
    fault: 'El documento no se pudo tomar por un fallo del programa, del que ya hay aviso.',
    'too-long_return': 'La devolución cambiaría {{records, number}} registros a la vez y caben {{limit, number}}. Divídala.',
  },
  wanted: {
    document: 'un número de documento de hasta 40 caracteres, sin espacios ni acentos',
    code: 'un código de artículo de 1 a 40 caracteres, sin #',
    quantity: 'una cantidad distinta de cero, de hasta 999.999',
    whole: 'un número entero',
    price: 'un precio',
    customer: 'la clave de un cliente',
    'Y-M-D': 'una fecha como año-mes-día',
    'D/M/Y': 'una fecha como día/mes/año',
    'M/D/Y': 'una fecha como mes/día/año',
  },
  files: {
    columns: 'Faltan: {{missing}}. El fichero tiene: {{found}}.',
    columns_separator:
      'Faltan: {{missing}}. Parece que el fichero separa las columnas con {{separator, imports.delimiters}}; el formato elegido, con {{wanted, imports.delimiters}}.',
    columns_twice: 'Están más de una vez: {{twice}}. Deje una de cada.',
    columns_stated:
      'La primera línea dice que las columnas se separan con {{separator, imports.delimiters}}; el formato elegido, con {{wanted, imports.delimiters}}.',
    quotes_open: 'Unas comillas se abren y no se cierran.',
    quotes_inside: 'Hay comillas dentro de una celda que no empieza con ellas.',
    quotes_after: 'Hay algo entre unas comillas que se cierran y el separador siguiente.',
    quotes_long: 'Una fila pasa de {{limit, number}} caracteres, quizá porque unas comillas no se cierran.',
    too_many_rows: 'Se leen {{limit, number}} filas como mucho.',
    too_large: 'El fichero ocupa {{bytes, megabytes}} y se leen {{limit, megabytes}} como mucho.',
  },
};

export const states = {
  import: { waiting: 'Esperando el fichero', running: 'En curso', done: 'Terminada', failed: 'Fallida' },
  importRow: {
    sold: 'Vendida',
    returned: 'Devuelta',
    already: 'Ya importada',
    changed: 'Cambiada',
    'not-taken': 'No tomada',
    unfinished: 'A medias',
  },
};

export const palette = {
  kinds: {
    import: 'Importaciones',
  },
};

export const menu = {
  imports: 'Importaciones',
};

export const commands = {
  newImport: 'Nueva importación',
};

declare global {
  interface ConsoleTexts {
    imports: typeof imports;
  }
}
