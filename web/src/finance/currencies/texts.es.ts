export const currencies = {
  meaning:
    'Unidades de cada divisa por un euro. Cada documento toma el último tipo de su fecha o de los siete días anteriores, y lo conserva.',
  empty: 'Todavía no hay tipos de cambio. Importe el fichero del Banco Central Europeo, o póngalos a mano.',
  currency: 'Divisa',
  day: 'Fecha',
  perEuro: 'Por un euro',
  perEuroHint: 'Cuántos {{currency}} vale un euro.',
  source: 'Origen',
  sources: { ecb: 'BCE', manual: 'a mano' },
  rateOf: 'Tipo de cambio ({{currency}} por euro)',
  rateHint: 'Vacío: el del día de la factura.',
  inCurrency: 'En divisa',
  at: '{{amount}} a {{rate}} {{currency}} por euro ({{date}}, {{source}})',
  paid: 'Cargado en la cuenta',
  foreignAmount: 'En divisa',
  bank: 'Cuenta bancaria',
  held: 'Saldo en divisa: {{amount}}',
  accountHint: 'De una cuenta bancaria por debajo de la 573.',
  received: 'Abonado en la cuenta',
  paidHint: 'En euros, con el cambio del banco. Vacío: al tipo del día.',
  allocated: 'Después quedan {{left}} sin aplicar. La diferencia de cambio se contabiliza.',
  differencePosted: 'La diferencia con el cambio de las facturas se contabiliza aparte, en 668 o 768.',
  result: 'Resultado',
  before: 'En los libros',
  after: 'Ahora',
  items: 'Documentos',
  returnedBy: 'Se anula con',
  returns: 'Anula',
  undoneBy: 'Anulada con',
  undo: {
    action: 'Anular la valoración',
    text: 'Se hacen los dos asientos contrarios, cada uno en su fecha. Después se puede valorar el mes otra vez.',
    done: 'La valoración está anulada.',
  },
  search: 'Buscar por texto o número',
  none: {
    title: 'Todavía no hay diferencias de cambio',
    text: 'Aquí estarán las que salgan al pagar o cobrar en divisa, y las de valorar los saldos a fin de mes.',
  },
  import: {
    action: 'Importar tipos del BCE',
    title: 'Importar tipos de cambio',
    confirm: 'Importar',
    text: 'El fichero que publica el Banco Central Europeo (ecb.europa.eu/stats/eurofxref): el del día o el de los últimos 90 días, en XML o CSV. Los tipos puestos a mano se conservan.',
    file: 'Fichero',
    none: 'Elija el fichero.',
    done: 'Se han importado los tipos hasta el {{date}}.',
  },
  set: {
    action: 'Poner un tipo',
    title: 'Poner un tipo de cambio',
    confirm: 'Guardar',
    none: 'Escriba el tipo de cambio.',
    done: 'Se ha guardado el tipo de {{currency}}.',
  },
  revalue: {
    action: 'Valorar saldos',
    title: 'Valorar los saldos en divisas a fin de mes',
    confirm: 'Contabilizar',
    month: 'Mes',
    text: 'Se contabiliza el último día del mes y se anula el primero del siguiente: lo que se pague o cobre después cuenta desde su propio tipo.',
    done: 'Se han valorado los saldos de {{month}}.',
  },
} as const;

export const menu = { exchangeRates: 'Tipos de cambio', exchangeDifferences: 'Diferencias de cambio' };
export const billing = {
  documents: {
    'revalued-month': 'Valoración de {{number}}',
    'exchange-rates': 'Tipos de cambio {{number}}',
    'exchange-difference': 'Diferencia de cambio {{number}}',
  },
} as const;
export const states = {
  'exchange-difference': { settlement: 'Liquidación', revaluation: 'Valoración', return: 'Anulación' },
} as const;
export const books = {
  sources: { 'exchange-difference': 'Diferencia de cambio' },
  newEntry: { faults: { foreign: 'Escriba un importe como 1.234,50 en la divisa de la cuenta.' } },
} as const;
export const palette = { kinds: { 'exchange-rates': 'Tipos de cambio', 'exchange-difference': 'Diferencias de cambio' } } as const;
export const records = {
  fields: { currency: 'divisa', rate: 'tipo de cambio', exchange: 'cambio' },
  did: {
    putExchangeRates: 'Puso tipos',
    importExchangeRates: 'Importó tipos',
    revalue: 'Valoró los saldos',
    undoRevaluation: 'Anuló la valoración',
  },
} as const;
export const fields = {
  messages: {
    'must be a decimal such as "1.0943": units of the currency for one euro':
      'Escriba cuántas unidades de la divisa vale un euro, como 1,0943.',
    'unknown or unsupported currency': 'Esa divisa no se admite.',
    'has more decimals than the currency': 'Tiene más decimales que la divisa.',
    'must be a decimal such as "1234.50", with at most 10 digits': 'Escriba un importe como 1234,50.',
  },
} as const;

export const errors = {
  codes: {
    account_bank: 'El efectivo está en la 570. Quite la cuenta bancaria.',
    account_currency: 'Esa cuenta y el importe no están en la misma moneda. Elija otra cuenta o indique el importe en su divisa.',
    'exchange-difference_not_found': 'Esa diferencia de cambio no existe. Vuelva a la lista.',
    'revalued-month_not_found': 'Ese mes no se ha valorado. Vuelva a la lista.',
    revaluation_exists: 'Ese mes ya está valorado. Anule primero esa valoración.',
    revaluation_undone: 'La valoración de ese mes ya está anulada.',
    revaluation_early: 'Ese mes todavía no ha terminado. Elija uno anterior.',
    revaluation_nothing: 'Ningún saldo en divisa ha cambiado de valor: no hay nada que contabilizar.',
    rate_none: 'Indique al menos un tipo de cambio.',
    rate_file: 'Ese fichero no es de tipos de cambio del Banco Central Europeo. Descárguelo de ecb.europa.eu/stats/eurofxref.',
    rate_missing: 'Falta el tipo de cambio de ese día. Impórtelo o póngalo a mano.',
    rate_base: 'Un importe en euros no lleva tipo de cambio. Quítelo.',
    rate_far: 'El tipo de cambio está muy lejos del publicado. Ponga cuántas unidades de la divisa vale un euro.',
    currency_mixed: 'Todos los importes de un documento van en la misma divisa. Corríjalos.',
    allocation_currency: 'El documento y lo que lo paga deben estar en la misma divisa. Quítelo.',
  },
  figures: {
    account_currency_missing: 'La cuenta {{account}} está en {{currency}}. Indique también el importe en esa divisa.',
    account_currency_none: 'La cuenta {{account}} está en euros. Quite el importe en {{other}}.',
    account_currency_other: 'La cuenta {{account}} está en {{currency}}, y no en {{other}}. Elija otra cuenta.',
    account_currency_place: 'Una cuenta en divisa es una cuenta bancaria: póngale un código que empiece por 573.',
    revaluation_exists:
      'El mes de {{month, month}} ya está valorado. Anule primero esa valoración; lo que ha llegado después se valora con el mes siguiente.',
    revaluation_undone: 'La valoración de {{month, month}} ya está anulada.',
    revaluation_early: '{{month, month}} no ha terminado: se puede valorar desde el {{date, date}}.',
    revaluation_nothing: 'Ningún saldo en divisa ha cambiado de valor hasta el {{date, date}}: no hay nada que contabilizar.',
    rate_missing:
      'No hay tipo de {{currency}} para el {{date, date}} ni para los siete días anteriores. Impórtelo, o ponga el tipo a mano.',
    rate_far:
      'Un euro valía {{known, number}} {{currency}} el {{date, date}}, y no {{rate, number}}. Ponga cuántos {{currency}} vale un euro.',
    currency_mixed: 'Todos los importes de un documento van en la misma divisa: hay {{currency}} y {{other}}.',
    allocation_currency: '{{document, id}} está en {{currency}} y no en {{other}}: los dos deben estar en la misma divisa.',
  },
};

declare global {
  interface ConsoleTexts {
    currencies: typeof currencies;
  }
}
