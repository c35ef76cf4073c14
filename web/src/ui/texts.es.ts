export const fields = {
  date: {
    open: 'Abrir el calendario',
    calendar: 'Calendario',
    placeholder: 'dd/mm/aaaa',
    wrong: '«{{typed}}» no es una fecha. Escríbala como {{example}}.',
    before: 'No puede ser anterior al {{date}}.',
    after: 'No puede ser posterior al {{date}}.',
    today: 'Hoy',
    previousMonth: 'Mes anterior',
    nextMonth: 'Mes siguiente',
    previousYear: 'Año anterior',
    nextYear: 'Año siguiente',
    previousDecade: 'Diez años antes',
    nextDecade: 'Diez años después',
  },
  needed: 'Este dato es necesario.',
  number: 'Escriba un número.',
  ambiguous: '«{{typed}}» se puede leer de dos formas. Escriba {{whole}} o {{decimals}}.',
  whole: 'Escriba un número entero.',
  wrong: 'Este dato no es válido.',
  choose: 'Elija una de las opciones.',
  email: 'Escriba un correo electrónico completo, como ana@ejemplo.es.',
  unknown: 'Este dato no se espera aquí.',
  tooLong_one: 'Como mucho {{count}} carácter.',
  tooLong_other: 'Como mucho {{count}} caracteres.',
  tooLong_many: 'Como mucho {{count}} caracteres.',
  tooShort_one: 'Al menos {{count}} carácter.',
  tooShort_other: 'Al menos {{count}} caracteres.',
  tooShort_many: 'Al menos {{count}} caracteres.',
  tooMany_one: 'Como mucho {{count}}.',
  tooMany_other: 'Como mucho {{count}}.',
  tooMany_many: 'Como mucho {{count}}.',
  tooFew_one: 'Hace falta al menos {{count}}.',
  tooFew_other: 'Hacen falta al menos {{count}}.',
  tooFew_many: 'Hacen falta al menos {{count}}.',
  atMost_one: 'Como mucho {{count}}.',
  atMost_other: 'Como mucho {{count}}.',
  atMost_many: 'Como mucho {{count}}.',
  atLeast_one: 'Al menos {{count}}.',
  atLeast_other: 'Al menos {{count}}.',
  atLeast_many: 'Al menos {{count}}.',
  /** By the English words of the rules; `*` is any text, the same in both. */
  messages: {
    'at most 10 dimensions a line': 'Como mucho 10 dimensiones por línea.',
    'must be 1 to 120 characters without slashes': 'De 1 a 120 caracteres, sin barras.',
    'must be 1 to 20 lower-case letters, digits or hyphens, such as main':
      'De 1 a 20 letras minúsculas sin acento, cifras o guiones, como main.',
    'must be 1 to 40 characters, without #': 'De 1 a 40 caracteres, sin #.',
    'must be 1 to 80 printable characters without spaces': 'De 1 a 80 caracteres, sin espacios ni acentos.',
    'must be a credit note id such as *': 'Elija una factura rectificativa, como *.',
    'must be a cursor that the API gave out': 'La página de la lista ya no vale: vuelva a cargarla.',
    'must be a date such as 2026-11-24': 'Escriba una fecha, como 24/11/2026.',
    'must be a date that exists, such as 2026-11-24': 'Esa fecha no existe.',
    'must be a decimal greater than zero, at most 999999.999, with at most 3 decimals, as text: "2" or "0.5"':
      'Escriba una cantidad mayor que cero, de hasta 999.999,999 y con 3 decimales como mucho.',
    'must be a decimal of zero or more, at most 999999.999, with at most 3 decimals, as text: "7"':
      'Escriba un número de cero o más, hasta 999.999,999, con tres decimales como mucho.',
    'must be a decimal other than zero, with at most 3 decimals, as text: "2" or "-0.5"':
      'Escriba una cantidad distinta de cero, con 3 decimales como mucho.',
    'must be a decimal of zero or more, at most 9999999.999999, with at most 6 decimals, as text: "9.95"':
      'Escriba un precio de cero o más, de hasta 9.999.999,999999 y con 6 decimales como mucho.',
    'must be a decimal such as "1234.50", with at most 10 digits and 2 decimals for EUR':
      'Escriba un importe, como 1234,50, con 2 decimales como mucho.',
    'must be a month such as 2026-11': 'Escriba un mes, como 11/2026.',
    'must be a quarter such as 2026-4T, or a month such as 2026-05': 'Escriba un trimestre, como 2026-4T, o un mes, como 2026-05.',
    'must be a quarter such as 2026-4T, a month such as 2026-05, or a year such as 2026-0A':
      'Escriba un trimestre, como 2026-4T, un mes, como 2026-05, o un año, como 2026-0A.',
    'must be an amount such as 300.00': 'Escriba un importe, como 300,00.',
    'must be an amount such as -300.00': 'Escriba un importe, como 300,00; puede ser negativo.',
    'must be three capitals or digits': 'Escriba tres letras mayúsculas o cifras.',
    'must be a percentage from 0 to 100 with at most 2 decimals, as text': 'Escriba un porcentaje de 0 a 100, con 2 decimales como mucho.',
    'must be the name of a filter, such as status': 'El filtro de la vista no se puede guardar. Quítelo y pruebe otra vez.',
    'must be the name of a list, such as orders': 'Esta lista no admite vistas. Vuelva a cargar la página.',
    'must be the name of an area, such as sales': 'El nombre del área no es correcto.',
    'must be the address of a page, such as /orders': 'La dirección de la página no es correcta.',
    'must be a plain name': 'Escriba un nombre sencillo: letras sin acento, cifras y guiones.',
    'must be a reason such as zero-price': 'Elija un motivo de la lista.',
    'must be a tax id: letters and digits, such as B12345674':
      'Escriba el NIF con letras mayúsculas y cifras, sin espacios ni guiones, como B12345674.',
    'must be a unit such as pc, kg, h': 'Escriba una unidad, como pc, kg o h.',
    'must be a warehouse code such as main': 'Elija un almacén.',
    'must be a whole number from 1 to 100': 'Escriba un número entero de 1 a 100.',
    'must be a year such as 2026': 'Escriba un año, como 2026.',
    'must be a fiscal year such as 2026, or 2026-06 where it ends with June':
      'Escriba un ejercicio, como 2026, o 2026-06 si termina en junio.',
    'must be an IANA time zone such as Europe/Madrid': 'Elija una zona horaria, como Europe/Madrid.',
    'must be a colour such as #0f5b5c': 'Escriba un color como #0f5b5c.',
    'must be the size of the file in bytes': 'El tamaño del fichero no está en bytes.',
    'must be at most *: make the picture smaller': 'La imagen pasa de * bytes: redúzcala.',
    'must be words without # and ,': 'Escriba palabras, sin # ni comas.',
    'must be the 13 digits of the receipt': 'Escriba el número de justificante: 13 caracteres.',
    'must be a bank account of the chart: 572, 573 or below them': 'Elija una cuenta bancaria: la 572, la 573 o una de sus subcuentas.',
    'must be an address or @domain': 'Escriba una dirección de correo, o @ y el dominio de una empresa.',
    'must be an IBAN without spaces': 'Escriba el IBAN completo, sin espacios.',
    'must be a currency such as EUR': 'Escriba una divisa con sus tres letras, como EUR.',
    'must have one column of signed amounts, or columns of debits and credits':
      'Indique una columna de importes con signo, o las de cargos y abonos.',
    'columns go by number where there is no header': 'Sin línea de cabecera, indique las columnas por su número.',
    'must be an ISO 3166-1 code of two letters, such as ES': 'Escriba el código del país, de dos letras, como ES.',
    'must be an account code of 3 to 9 digits, groups 1 to 7': 'Escriba una cuenta de 3 a 9 cifras, de los grupos 1 a 7.',
    'must be an id such as *': 'Elija un registro de la lista.',
    'must be an id that the API gave out': 'Elija un registro de la lista.',
    'must be an invoice id such as *': 'Elija una factura, como *.',
    'must be an item id such as *': 'Elija un artículo.',
    'must be at most *: split a larger file into several': 'El fichero pasa de * bytes: divídalo en varios.',
    'must be greater than zero': 'Debe ser mayor que cero.',
    'must not be negative': 'No puede ser negativo.',
    'unknown or unsupported currency: the books are kept in EUR': 'Los libros se llevan en euros.',
    // What the API says by itself of input that no form of the console sends.
    'must not hold control characters or broken ones': 'Hay un carácter que no se puede guardar: bórrelo.',
    'unknown field': 'Este dato no se espera aquí.',
    'Invalid email address': 'Escriba un correo electrónico completo, como ana@ejemplo.es.',
    'Invalid input: expected *, received undefined': 'Este dato es necesario.',
    'Invalid input: expected *': 'Este dato no es válido.',
    'Invalid option: expected *': 'Elija una de las opciones.',
    'Too small: expected string to have >=1 characters': 'Este dato es necesario.',
    'Too small: expected * to be >0': 'Debe ser mayor que cero.',
    'Too small: expected *': 'Este dato es demasiado corto o pequeño.',
    'Too big: expected *': 'Este dato es demasiado largo o grande.',
    'Invalid *': 'Este dato no es válido.',
  } as Readonly<Record<string, string>>,
} as const;

/** Refusals: modules add the sentences of their own ones. */
export const errors = {
  unknown: 'Algo ha fallado en esta página. Vuelva a cargarla; si se repite, avise a soporte.',
  network: 'No se ha podido hablar con el servidor. Compruebe la conexión y vuelva a intentarlo.',
  request: 'Petición {{id}}',
  /** By the code of the refusal, `_` for `.`: what happened, and what to do about it. */
  codes: {
    internal:
      'Algo ha fallado en el servidor. Vuelva a intentarlo: no se hará dos veces. Si se repite, avise a soporte con el número de petición.',
    network: 'No se ha podido hablar con el servidor. Compruebe la conexión y vuelva a intentarlo.',
    http_403: 'El servidor no permite esta petición. Cierre la sesión, vuelva a entrar y repítala.',
    http_404: 'El servidor no conoce esta dirección. Vuelva a cargar la página.',
    http_413: 'Es demasiado grande para enviarlo de una vez. Divídalo en partes.',
    http_429: 'Hay demasiadas peticiones seguidas. Espere unos segundos y vuelva a intentarlo.',
    http_500: 'Algo ha fallado en el servidor. Vuelva a intentarlo dentro de un momento.',
    http_502: 'El servidor no ha contestado bien. Vuelva a intentarlo dentro de un momento.',
    http_503: 'El servidor está ocupado. Vuelva a intentarlo dentro de un momento.',
    http_504: 'El servidor ha tardado demasiado. Compruebe si se ha hecho antes de repetirlo.',
    route_not_found: 'El servidor no conoce esta dirección. Vuelva a cargar la página.',
    input_invalid: 'Hay datos que no son correctos. Revise los que se señalan.',
    body_content_type: 'El servidor no entiende el formato de lo enviado. Vuelva a cargar la página.',
    body_duplicate_key: 'Un dato está dos veces en lo enviado. Vuelva a cargar la página.',
    body_malformed: 'El servidor no entiende lo enviado. Vuelva a cargar la página.',
    body_too_deep: 'El servidor no entiende lo enviado. Vuelva a cargar la página.',
    body_too_large: 'Es demasiado grande para enviarlo de una vez. Divídalo en partes.',
    cursor_invalid: 'El filtro de la lista ha cambiado mientras se leía. Vuelva a cargar la lista.',
    idempotency_key_invalid: 'La petición no lleva una clave correcta. Vuelva a cargar la página.',
    idempotency_key_missing: 'A la petición le falta su clave. Vuelva a cargar la página.',
    idempotency_key_reused: 'Esto ya se envió antes con otros datos. Compruebe qué se registró y empiece de nuevo.',
    record_unreadable: 'Este registro está dañado y no se puede leer. Avise a soporte con el número de petición.',
    company_too_fast: 'La empresa envía demasiadas peticiones seguidas. Espere unos segundos y vuelva a intentarlo.',
    service_busy: 'En este momento se pide más de lo que se puede atender. Espere unos segundos y vuelva a intentarlo.',
    write_contention: 'Otra persona está cambiando lo mismo en este momento. Espere unos segundos y vuelva a intentarlo.',
    range_backwards: 'El intervalo termina antes de empezar. Corrija las fechas.',
    range_ambiguous: 'Indique una sola fecha final.',
    record_not_found: 'Ese registro no existe o no es de su empresa. Compruebe la dirección.',
    asset_not_found: 'Ese fichero no existe. Vuelva a cargar la página.',
    token_no_company: 'Su usuario no pertenece a ninguna empresa. Pida a quien le invitó que lo revise.',
    tax_no_pack: 'El criterio de caja no está disponible todavía. Elija un tipo del régimen general.',
    tax_no_rate: 'Ese tipo de IVA no tiene porcentaje en esa fecha. Elija otro tipo u otra fecha.',
    amount_too_large: 'El importe es demasiado grande para registrarlo. Divídalo en varios documentos.',
    document_too_large: 'El documento tiene demasiadas líneas para registrarlo entero. Divídalo en varios.',
  } as Readonly<Record<string, string>>,
  /** The same with what the refusal names, by its code and, after `_`, the `why` among its params. */
  figures: {
    body_too_large: 'Ocupa {{bytes, megabytes}} y de una vez se puede enviar {{limit, megabytes}} como mucho. Divídalo en partes.',
    tax_no_rate: 'El tipo de IVA {{taxCode}} no tiene porcentaje el {{date, date}}. Elija otro tipo u otra fecha.',
    amount_too_large: '{{quantity, number}} × {{price, price}} pasa de {{limit, money}}, lo más que cabe en una línea. Divídalo en varias.',
  } as Readonly<Record<string, string>>,
  /** Of rows of an import, what their cells must hold, and of its file. */
  rows: {} as Readonly<Record<string, string>>,
  wanted: {} as Readonly<Record<string, string>>,
  files: {} as Readonly<Record<string, string>>,
};

/** By kind of record and state: told by the modules. */
export const states = {} as Readonly<Record<string, Readonly<Record<string, string>>>>;

declare global {
  interface ConsoleTexts {
    fields: typeof fields;
    errors: typeof errors;
    states: typeof states;
  }
}
