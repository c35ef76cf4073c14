export const documents = {
  one: 'Documento {{number}}',
  add: 'Añadir documentos',
  photo: 'Hacer una foto',
  sending: 'Archivos en camino',
  sent: '{{sent}} de {{all}} enviados',
  beingRead_one: 'Se está leyendo {{count}} documento',
  beingRead_many: 'Se están leyendo {{count}} documentos',
  beingRead_other: 'Se están leyendo {{count}} documentos',
  file: {
    waiting: '{{name}}: espera su turno',
    sending: '{{name}}: enviado al {{percent}} %',
    sent: '{{name}}: enviado',
    again: 'Enviar de nuevo {{name}}',
    clear: 'Vaciar la lista de archivos',
  },
  search: 'Archivo, proveedor o número',
  kind: 'Tipo',
  kinds: {
    ubl: 'UBL',
    cii: 'CII, Factur-X',
    facturae: 'Facturae',
    pdf: 'PDF',
    scan: 'Escaneo',
    image: 'Foto',
    statement: 'Extracto bancario',
    orders: 'Pedidos',
    other: 'Otro',
  },
  sender: 'Enviado por {{sender}}',
  fileName: 'Archivo',
  supplier: 'Proveedor',
  taxId: 'NIF',
  number: 'Número',
  date: 'Fecha',
  dueDate: 'Vencimiento',
  base: 'Base al {{rate}}',
  baseAndTax: '{{base}} y {{tax}} de cuota',
  withholding: 'Retención',
  total: 'Total',
  confidence: 'seguridad del {{percent}}',
  signature: {
    title: 'Firma',
    intact: 'Íntegra: no se ha modificado nada desde que se firmó. No se comprueba quién emitió el certificado.',
    altered: 'Modificada después de firmarse.',
    unchecked: 'Sin comprobar.',
    certificate: '{{signer}}, emitido por {{issuer}}, válido del {{from}} al {{to}}.',
    on: 'Firmada el {{date}}.',
  },
  toLookAt: 'Por revisar',
  read: 'Datos leídos',
  readyText: 'Se ha leído todo y cuadra: compárelo con la página y contabilícelo.',
  enter: 'Contabilizar la factura',
  enterCredit: 'Contabilizar el abono',
  entered: 'La factura contabilizada',
  same: 'El documento con el mismo archivo',
  part: 'Documento {{no}} del archivo comprimido',
  noFile: 'El archivo no se puede abrir.',
  empty: {
    title: 'Todavía no ha llegado ningún documento',
    text: 'Añada facturas en PDF, factura electrónica, foto o ZIP: se leen, se comprueban y quedan listas para contabilizar.',
  },
  keep: {
    action: 'Archivar',
    title: 'Archivar {{fileName}}',
    text: 'Se guarda sin contabilizar y se puede recuperar.',
    done: '{{fileName}} está archivado.',
  },
  again: {
    send: 'Enviar de nuevo',
    action: 'Leer de nuevo',
    title: 'Leer de nuevo {{fileName}}',
    text: 'Se comprueba y se lee como si acabara de llegar: lo leído hasta ahora se pierde. Las páginas de un escaneo cuentan otra vez.',
    done: '{{fileName}} se está leyendo de nuevo.',
  },
  reopen: {
    action: 'Recuperar',
    title: 'Recuperar {{fileName}}',
    text: 'Vuelve a quedar por revisar.',
    done: '{{fileName}} vuelve a estar por revisar.',
  },
  learned: {
    title: 'Aprendido de las correcciones',
    text: 'Lo que se corrige en las facturas de un proveedor se propone en la siguiente. Lo que se olvida no vuelve a aprenderse solo.',
    as: 'Como usted corrigió el {{date}}',
    was: 'antes: {{instead}}',
    times: 'Veces',
    field: 'Dato',
    value: 'Valor',
    on: 'Corregido',
    fields: {
      account: 'Cuenta',
      taxCode: 'Código de IVA al {{rate}}',
      dimensions: 'Centro o proyecto',
      dueDays: 'Días hasta el vencimiento',
      number: 'Lugar del número',
      date: 'Lugar de la fecha',
    },
    owed: 'inversión del sujeto pasivo',
    forget: {
      action: 'Olvidar',
      title: 'Olvidar {{field}} de {{supplier}}',
      text: 'Deja de proponerse y no vuelve a aprenderse por sí solo.',
      done: 'Se ha olvidado.',
    },
    restore: {
      action: 'Volver a usar',
      title: 'Volver a usar {{field}} de {{supplier}}',
      text: 'Vuelve a proponerse.',
      done: 'Se vuelve a usar.',
    },
    empty: {
      title: 'Todavía no se ha aprendido nada',
      text: 'Corrija una factura junto a su documento: lo que cambie se propone en la siguiente del proveedor.',
    },
  },
  next: 'Documento siguiente',
  showPlace: 'Mostrar {{value}} en la página',
  page: { previous: 'Página anterior', next: 'Página siguiente', of: 'Página {{no}} de {{of}}', smaller: 'Reducir', larger: 'Ampliar' },
  fieldNames: {
    supplier: 'proveedor',
    number: 'número',
    date: 'fecha',
    taxes: 'base y cuota',
    total: 'total',
    currency: 'moneda',
    iban: 'IBAN',
    withholding: 'retención',
  },
  flags: {
    field_missing: 'No se ha encontrado este dato: {{field}}. Escríbalo de la página.',
    field_doubtful: 'Este dato es dudoso ({{confidence}} %): {{field}}. Compárelo con la página.',
    supplier_unknown: 'Ningún proveedor tiene el NIF {{taxId}} ({{name}}): elija uno o dé de alta otro.',
    supplier_guessed: 'Se toma a {{name}} por {{supplier}} ({{by}}), sin un NIF conocido: compruébelo y elija otro si no lo es.',
    prepaid: 'Indica que ya se pagaron {{amount}}: al contabilizarla, aplique el anticipo.',
    currency_foreign: 'Está en {{currency}}: revise el cambio con el que se contabiliza.',
    not_drafted: 'No se ha contabilizado sola: {{message}}',
    iban_changed: 'El documento indica {{iban}} y el proveedor tiene {{known}}: confírmelo con él por una vía conocida antes de cambiarlo.',
    number_taken: 'El número {{reference}} de este proveedor ya está contabilizado: puede ser la misma factura.',
    date_future: 'Tiene fecha {{date}}, que es futura.',
    rate_not_valid: 'El IVA del {{rate}} % no estaba en vigor el {{date}}: pida una factura correcta o elija el código.',
    reverse_charge:
      'El documento le deja el IVA a usted (inversión del sujeto pasivo u operación intracomunitaria): asigne su código al proveedor o a las líneas.',
    mention_missing:
      '{{code}} le deja el IVA a usted y el documento no lo indica: pida una factura que mencione la inversión del sujeto pasivo.',
    page_differs: 'Los datos indican {{data}} y la página {{page}} ({{field}}): pregunte al proveedor cuál es correcto.',
    xml_fault: 'Línea {{line}}: {{message}}',
    signature_altered: 'Se ha modificado después de que {{signer}} la firmara: no la contabilice y pídala de nuevo por una vía conocida.',
    signature_unchecked: 'No se ha podido comprobar la firma ({{why}}): compruébela con otro programa antes de fiarse.',
    certificate_expired: 'Se firmó el {{signedOn}} con un certificado de {{signer}} válido del {{from}} al {{to}}: pida una correcta.',
    several_invoices: 'El archivo contiene {{count}} facturas y se ha leído la primera: pida un archivo por factura.',
    own_invoice: 'El emisor es usted ({{taxId}}): es una factura suya, no de un proveedor.',
    not_for_us: 'Va dirigida a {{buyer}} y usted es {{taxId}}: no es de su contabilidad.',
    arithmetic:
      '{{rule}} {{of}}: debería ser {{expected}} y el archivo indica {{stated}}. Pida una factura correcta o contabilícela a mano.',
    no_account: '{{supplier}} no tiene cuenta habitual: elija una para las líneas.',
    totals_differ: 'Bases y cuotas suman {{sum}} y el documento indica {{total}}.',
    withholding_differs:
      'El documento retiene {{paper}} y le correspondería {{expected}} ({{supplier}}): corrija el proveedor o elija otro tipo.',
    not_read: 'No se ha podido leer automáticamente: contabilícelo a partir de la página.',
    pages_unread: 'Se han leído las {{read}} primeras de sus {{pages}} páginas: sepárelo en un archivo por documento.',
    scan_limit:
      'Se han gastado {{used}} de las {{limit}} páginas que pueden reconocerse en {{month}}, y tiene {{pages}}: regístrelo a la vista de la página, o mándelo leer el mes que viene.',
    unreadable_image: 'La imagen está dañada o es demasiado grande: escanéelo o fotografíelo de nuevo.',
    stopped: 'La lectura se ha interrumpido: {{message}}',
    program: 'Es un programa o una página ejecutable: no se ha abierto.',
    archive: 'Es un archivo comprimido que no se abre: envíe un ZIP o los propios archivos.',
    encrypted: 'Está cifrado: envíelo sin contraseña.',
    broken: 'Está dañado: vuelva a enviarlo.',
    too_large: 'Supera los 50 MB.',
    bomb: 'Ocupa muchísimo más al descomprimirse: no se ha abierto.',
    empty: 'Está vacío.',
    malware: 'Lleva un virus: no se ha abierto.',
    entities: 'Declara entidades XML, que ninguna factura necesita: no se ha abierto.',
    unknown_sender:
      'Llegó por correo de {{sender}}, que no está entre quienes pueden enviar documentos: mándelo leer de nuevo para admitirlo.',
    forged_sender:
      'Dice venir de {{sender}} y nada lo demuestra: pregúnteselo por una vía que conozca y mándelo leer de nuevo para admitirlo.',
    spam: 'El servidor de correo lo toma por publicidad ({{sender}}): mándelo leer de nuevo para admitirlo.',
    macros: 'Contiene macros: no se ha abierto.',
    unknown: 'Es de un tipo desconocido: no se ha abierto.',
  },
};

export const permissions = {
  areas: { documents: 'Documentos recibidos' },
  names: { documents: { read: 'Ver los documentos recibidos', write: 'Añadir documentos y archivarlos' } },
};

export const records = {
  did: {
    createDocument: 'Anunció el documento',
    keepDocument: 'Archivó el documento',
    readAgain: 'Mandó leer de nuevo el documento',
    restartDocuments: 'Reanudó la lectura',
    reopenDocument: 'Recuperó el documento',
    failDocument: 'Marcó el documento como fallido',
    readScan: 'Reconoció las páginas',
    readDocument: 'Leyó el documento',
    receiveDocument: 'Comprobó el documento',
    onMail: 'Lo tomó de un correo',
    onDocument: 'Anotó el archivo',
    followBills: 'Anotó la factura',
    draftBill: 'La contabilizó sola, pendiente de aprobar',
    forgetRule: 'Olvidó lo aprendido',
    restoreRule: 'Volvió a usar lo aprendido',
  },
};

export const menu = { documents: 'Documentos recibidos', learned: 'Aprendido' };

export const states = {
  'intake-document': {
    waiting: 'A la espera del archivo',
    reading: 'Leyéndose',
    review: 'Por revisar',
    ready: 'Listo',
    entered: 'Contabilizado',
    kept: 'Archivado',
    split: 'Dividido',
    duplicate: 'Duplicado',
    quarantined: 'En cuarentena',
    failed: 'Fallido',
  },
  'learned-rule': { used: 'En uso', forgotten: 'Olvidado' },
};

export const palette = { kinds: { 'intake-document': 'Documento recibido', 'learned-rule': 'Lo aprendido' } };

export const errors = {
  codes: {
    'intake-document_not_found': 'Ese documento no existe. Vuelva a la lista.',
    'learned-rule_not_found': 'Lo aprendido ya no existe. Vuelva a la lista.',
    learned_rule_state: 'En su estado actual, no admite esa acción.',
    document_state: 'En su estado actual, el documento no admite esa acción.',
    document_no_file: 'El archivo de este documento no se puede abrir.',
  },
};

declare global {
  interface ConsoleTexts {
    documents: typeof documents;
  }
}
