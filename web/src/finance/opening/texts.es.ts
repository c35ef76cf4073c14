export const opening = {
  start: 'Traer saldos iniciales',
  title: 'Saldos iniciales de otro programa',
  text: 'Se hace un asiento de apertura con fecha 1 de enero de {{year}}, una sola vez. Si algo está mal, se anula ese asiento y se vuelve a traer el fichero.',
  columns:
    'Un CSV cuya primera línea diga cuenta, debe y haber (y nombre, para crear las subcuentas que falten). Los saldos de 430, 400 y 410 vienen con sus facturas pendientes, en otro fichero; sin él, van en una subcuenta. El valor de las existencias va en la 5550, de donde lo toma el recuento inicial.',
  choose: 'Elegir el fichero',
  chooseItems: 'Elegir las facturas pendientes',
  itemColumns:
    'Un CSV con cuenta, nif, nombre, factura, fecha, vencimiento e importe pendiente (en negativo, un abono). Cada línea queda como una factura abierta, sin IVA ni asiento propio. Deben sumar el saldo de 430, 400 y 410: una cuenta como 43000012 cuenta como 430.',
  createMissing: 'Crear los clientes y proveedores que falten',
  brings: 'Facturas que se traen: {{documents, number}}. Clientes y proveedores nuevos: {{created, number}}.',
  brought:
    'Vino de otro programa con la apertura del {{date}}: allí están sus líneas, su IVA y su papel. Se cobra o se paga como cualquier otro documento.',
  fileNeeded: 'Elija el fichero con los saldos.',
  post: 'Contabilizar la apertura',
  done: 'Contabilidad de {{year}} abierta con los saldos del fichero.',
  faults: 'Líneas que no se pueden tomar',
  items: {
    account: 'Línea {{line}}: «{{text}}» no es 430, 400 o 410, ni una subcuenta suya.',
    amount: 'Línea {{line}}: «{{text}}» no es un importe distinto de cero con dos decimales como mucho.',
    columns: 'Línea {{line}}: no tiene las mismas columnas que la primera.',
    date: 'Línea {{line}}: «{{text}}» no es una fecha anterior al comienzo de la contabilidad, como 31/12/2025.',
    due: 'Línea {{line}}: «{{text}}» no es una fecha igual o posterior a la de la factura, como 31/01/2026.',
    name: 'Línea {{line}}: falta el nombre de {{taxId}}, que hay que crear.',
    number: 'Línea {{line}}: falta el número de la factura, o tiene más de 40 caracteres.',
    own: 'Línea {{line}}: {{taxId}} es el NIF de su propia empresa.',
    party_account: 'Línea {{line}}: {{name}} está en la cuenta {{account}}. Ponga esa cuenta.',
    party_twice: 'Línea {{line}}: varios clientes tienen el NIF {{taxId}}. Deje uno.',
    party_unknown: 'Línea {{line}}: nadie tiene el NIF {{taxId}} ({{name}}). Dé de alta a quien falte, o marque que se creen.',
    series: 'Línea {{line}}: {{text}} es un número de las series de este programa.',
    taken: 'Línea {{line}}: ya hay un documento con el número {{text}}.',
    tax_id: 'Línea {{line}}: «{{text}}» no es un NIF español. Dé de alta antes a quien sea.',
    twice: 'Línea {{line}}: el número {{text}} ya está en otra línea.',
  },
  rows: {
    columns: 'Línea {{line}}: no tiene las mismas columnas que la primera.',
    code: 'Línea {{line}}: «{{account}}» no es una cuenta de 3 a 9 cifras de los grupos 1 a 7.',
    result: 'Línea {{line}}: la cuenta {{account}} es de gastos o ingresos, que empiezan a cero. Su resultado va en la 129 o en la 120.',
    unknown: 'Línea {{line}}: la cuenta {{account}} no está en el plan. Créela antes.',
    abroad:
      'Línea {{line}}: la cuenta {{account}} está en divisa. Ponga su saldo en la {{instead}} y páselo con un asiento que diga los dos importes.',
    inactive: 'Línea {{line}}: la cuenta {{account}} está cerrada a nuevos asientos.',
    control:
      'Línea {{line}}: la cuenta {{account}} la llevan sus documentos. Traiga sus facturas pendientes, o ponga su saldo en la {{instead}}.',
    amount: 'Línea {{line}}: «{{text}}» no es un importe positivo con dos decimales como mucho.',
    both: 'Línea {{line}}: tiene debe y haber. Deje uno.',
  },
  addAccounts_one: 'Crear la subcuenta que falta',
  addAccounts_other: 'Crear las {{count}} subcuentas que faltan',
  addAccounts_many: 'Crear las {{count}} subcuentas que faltan',
} as const;

export const errors = {
  codes: {
    opening_not_first: 'Los saldos iniciales van en el primer ejercicio. Los siguientes se abren con el cierre del anterior.',
    opening_exists: 'La contabilidad ya tiene asiento de apertura. Anúlelo antes de traer otros saldos.',
    opening_unreadable: 'El fichero no es un CSV: hay unas comillas fuera de sitio. Guárdelo de nuevo como CSV.',
    opening_columns: 'La primera línea del fichero no dice qué columnas tiene: cuenta, debe y haber.',
    opening_too_long: 'El fichero tiene demasiadas líneas. Quite las cuentas sin saldo.',
    opening_faulty: 'Hay líneas que no se pueden tomar. No se ha contabilizado nada.',
    opening_empty: 'El fichero no tiene saldos: hacen falta al menos dos cuentas.',
    opening_items_faulty: 'Hay facturas pendientes que no se pueden tomar. No se ha contabilizado nada.',
    opening_items_differ: 'Las facturas pendientes de una cuenta no suman su saldo. Corrija uno de los dos ficheros.',
    opening_under_way: 'Otra persona está abriendo la contabilidad, o anulando la apertura. Inténtelo dentro de dos minutos.',
    opening_settled: 'Alguna factura traída con la apertura ya está cobrada, pagada o abonada. Deshágalo antes de anular la apertura.',
    document_brought:
      'Ese documento vino de otro programa con la apertura: sus líneas, su IVA y su papel están allí. Para corregirlo, anule el asiento de apertura y tráigalo bien.',
    opening_unbalanced: 'El debe y el haber del fichero no suman lo mismo. Corríjalo.',
  },
  figures: {
    opening_not_first: 'Los saldos iniciales van en el primer ejercicio, {{first}}. El de {{year}} se abre con el cierre del anterior.',
    opening_exists: 'La contabilidad ya tiene asiento de apertura, {{entry}}. Anúlelo antes de traer otros saldos.',
    opening_unreadable: 'El fichero no es un CSV: hay unas comillas fuera de sitio cerca de la línea {{line}}.',
    opening_columns: 'A la primera línea del fichero le faltan estas columnas: {{missing}}.',
    opening_too_long: 'El fichero tiene {{rows}} líneas y el máximo es {{limit}}. Quite las cuentas sin saldo.',
    opening_faulty:
      'Líneas que no se pueden tomar: {{count}} (debe {{debit, money}}, haber {{credit, money}}). No se ha contabilizado nada.',
    opening_items_differ:
      'Las facturas pendientes de la {{account}} suman {{items, money}} y su saldo es {{balance, money}} (en positivo, deudor). La diferencia es {{difference, money}}.',
    opening_settled: '{{document, id}} vino con la apertura y ya está cobrada, pagada o abonada. Deshágalo antes de anular la apertura.',
    opening_unbalanced:
      'El debe suma {{debit, money}} y el haber {{credit, money}}: la diferencia es de {{difference, money}}. Corrija el fichero.',
  },
};

declare global {
  interface ConsoleTexts {
    opening: typeof opening;
  }
}
