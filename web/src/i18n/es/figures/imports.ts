/** Why a row of a file was not taken, or not as it stands, by reason. */
export const rows = {
  'zero-price': 'El precio es cero.',
  'zero-price_document': 'El documento entero suma cero.',
  'negative-price': 'El precio es {{price, price}}.',
  'negative-quantity': 'La cantidad es {{quantity, number}} en un documento que no es una devolución.',
  'positive-quantity': 'La cantidad es {{quantity, number}} en una devolución, donde debe ser negativa.',
  malformed_columns: 'La fila tiene {{columns, number}} columnas y la primera línea, {{width, number}}.',
  malformed_cell: 'La columna «{{column}}» dice «{{value}}» y debe tener {{wanted, errors.wanted}}.',
  malformed_empty: 'La columna «{{column}}» está vacía y debe tener {{wanted, errors.wanted}}.',
  changed: 'Se deja como se importó la primera vez.',
  unreferenced: 'Ninguna venta anterior del artículo a ese cliente y a ese precio tenía bastante por devolver.',
  'too-long': 'El documento tiene {{rows, number}} filas y en un pedido caben {{limit, number}}. Divídalo.',
  'too-long_return': 'La devolución cambiaría {{records, number}} registros a la vez y caben {{limit, number}}. Divídala.',
} as const;

/** What a cell must hold: «debe tener…». */
export const wanted = {
  document: 'un número de documento de hasta 40 caracteres, sin espacios ni acentos',
  code: 'un código de artículo de 1 a 40 caracteres, sin #',
  quantity: 'una cantidad distinta de cero, de hasta 999.999',
  whole: 'un número entero',
  price: 'un precio',
  customer: 'la clave de un cliente',
  'Y-M-D': 'una fecha como año-mes-día',
  'D/M/Y': 'una fecha como día/mes/año',
  'M/D/Y': 'una fecha como mes/día/año',
} as const;

/** Why a file cannot be read, by code. */
export const files = {
  columns: 'Faltan: {{missing}}. El fichero tiene: {{found}}.',
  columns_separator:
    'Faltan: {{missing}}. Parece que el fichero separa las columnas con {{separator, imports.delimiters}}; el formato elegido, con {{wanted, imports.delimiters}}.',
  quotes_open: 'Unas comillas se abren y no se cierran.',
  quotes_inside: 'Hay comillas dentro de una celda que no empieza con ellas.',
  quotes_after: 'Hay algo entre unas comillas que se cierran y el separador siguiente.',
  quotes_long: 'Una fila pasa de {{limit, number}} caracteres, quizá porque unas comillas no se cierran.',
  too_many_rows: 'Se leen {{limit, number}} filas como mucho.',
  too_large: 'El fichero ocupa {{bytes, megabytes}} y se leen {{limit, megabytes}} como mucho.',
} as const;
