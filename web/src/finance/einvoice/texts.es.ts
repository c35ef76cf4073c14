export const einvoice = {
  title: 'Factura electrónica',
  text: 'No se ha enviado: se guarda el fichero para enviarlo por el medio que se acuerde con el cliente. Facturae va sin firmar, salvo que se pida firmada.',
  duty: 'Entre empresas es obligatoria desde el {{large}} para quien supera 8 millones de euros, y desde el {{others}} para los demás (RD 238/2026).',
  download: 'Descargar {{number}} en {{syntax}}',
  saved: 'Se ha guardado {{file}}.',
  syntax: { ubl: 'UBL', cii: 'CII', facturae: 'Facturae' },
  search: 'Buscar por número, cliente o proveedor',
  direction: 'Sentido',
  directions: { issued: 'Emitida', received: 'Recibida' },
  warning: 'Aviso',
  warnings: { overdue: 'Fuera de plazo', due: 'Por comunicar', unsent: 'Sin enviar' },
  party: 'Cliente o proveedor',
  reportBy: 'Comunicar hasta',
  views: { report: 'Por comunicar', unsent: 'Sin enviar' },
  empty: {
    title: 'Aún no se sigue ninguna factura electrónica',
    text: 'Las facturas entre empresas españolas aparecen aquí, con lo que pasa con ellas, desde el día que diga en Ajustes → Factura electrónica.',
  },
  fate: {
    title: 'Estado de la factura electrónica',
    none: 'No se sigue: es anterior a la fecha elegida en los ajustes, simplificada o no es entre empresas españolas.',
    compulsory: 'Obligatorio por ley.',
    information: 'Informativo: todavía no es obligatorio.',
    on: 'Día',
    status: 'Estado',
    detail: 'Detalle',
    from: { books: 'según los libros', person: 'anotado a mano', platform: 'por la plataforma' },
    statuses: { sent: 'Enviada', accepted: 'Aceptada', rejected: 'Rechazada', paid: 'Pagada del todo', unpaid: 'Pago deshecho' },
    reportBy: 'Comuníquelo al emisor hasta el {{date}}',
    late: 'Había que comunicarlo hasta el {{date}}',
    reported: {
      'by-hand': 'comunicado el {{date}}',
      platform: 'comunicado por la plataforma el {{date}}',
      'not-needed': 'no hace falta comunicarlo: {{note}}',
    },
    nothing: 'Todavía no ha pasado nada con ella.',
  },
  record: {
    action: 'Anotar estado',
    title: 'Anotar qué pasa con {{number}}',
    text: 'El pago no hace falta anotarlo: se sabe por los cobros.',
    status: 'Qué ha pasado',
    statuses: {
      sent: 'Se ha enviado',
      accepted: 'El cliente la acepta',
      rejected: 'El cliente la rechaza',
      paid: 'El cliente dice que la ha pagado',
    },
    on: 'Día',
    reason: 'Motivo',
    lacking: 'Escriba el motivo del rechazo.',
    done: 'Se ha anotado el estado de {{number}}.',
  },
  report: {
    action: 'Anotar comunicación',
    title: 'Comunicar al emisor de {{number}}',
    text: 'Trastienda no lo envía: comuníquelo por la plataforma o el medio acordado, y anótelo aquí.',
    how: 'Cómo',
    ways: { 'by-hand': 'Lo he comunicado yo', platform: 'Lo ha comunicado la plataforma', 'not-needed': 'No hace falta comunicarlo' },
    note: 'Nota',
    lacking: 'Diga por qué no hace falta.',
    done: 'Queda anotado de {{number}}.',
  },
  setup: {
    title: 'Factura electrónica',
    isLarge: 'El volumen de operaciones del año pasado superó 8.000.000 de euros',
    followedFrom: 'Seguir las facturas desde',
    followedHint: 'Vacío: desde el día en que es obligatorio, el {{date}}.',
    save: 'Guardar',
    saved: 'Se han guardado los ajustes de la factura electrónica.',
    duties: 'Qué obliga la ley, y desde cuándo',
    duty: {
      invoices: 'Factura electrónica entre empresas',
      statuses: 'Comunicar aceptación, rechazo y pago',
      verifactu: 'Registros de facturación (Verifactu)',
    },
    sending: 'El envío a la solución pública, a FACe y a la AEAT no está conectado: nada sale de aquí por sí solo.',
  },
  certificate: {
    title: 'Certificado para firmar',
    none: 'No hay certificado: los ficheros Facturae van sin firmar.',
    holder: 'Titular',
    issuer: 'Emisor',
    taxId: 'NIF',
    until: 'Caduca',
    states: { valid: 'En vigor', ending: 'Caduca pronto', expired: 'Caducado', early: 'Todavía no está en vigor' },
    upload: 'Subir certificado',
    replace: 'Cambiar certificado',
    remove: 'Quitar certificado',
    removeText: 'Los ficheros Facturae dejarán de firmarse.',
    removed: 'Se ha quitado el certificado.',
    text: 'La clave se guarda cifrada, aparte, y no se muestra ni se descarga. La contraseña no se guarda.',
    file: 'Fichero del certificado (.p12 o .pfx)',
    password: 'Contraseña del fichero',
    lacking: 'Elija el fichero del certificado.',
    done: 'Se ha guardado el certificado de {{holder}}.',
    signed: 'Facturae firmada',
    downloadSigned: 'Descargar {{number}} en Facturae firmada',
  },
  verifactu: {
    title: 'Verifactu',
    off: 'Desconectado: las facturas se emiten sin registro de facturación.',
    planned: 'Se conecta el {{date}}.',
    on: 'Conectado desde el {{date}}: cada factura y rectificativa lleva su registro encadenado.',
    until: 'Se desconecta al acabar el {{date}}.',
    from: 'Conectar desde',
    switchOn: 'Conectar',
    switchOff: 'Desconectar',
    done: 'Se han guardado los ajustes de Verifactu.',
    notSent: 'Los registros se guardan; no se envían a la AEAT, así que las facturas no llevan la leyenda VERI*FACTU.',
    check: 'Comprobar la cadena',
    export: 'Exportar',
    whole: 'La cadena está entera del registro {{first}} al {{last}}.',
    broken: 'La cadena se rompe en el registro {{place}}: {{why}}.',
    why: {
      missing: 'falta',
      hash: 'su huella no es la de su contenido',
      link: 'no sigue al anterior',
      document: 'la factura dice otra cosa',
    },
    records: 'Registros',
    none: 'Todavía no hay ningún registro.',
    more: 'Ver anteriores',
    place: 'N.º',
    number: 'Factura',
    at: 'Generado',
    type: 'Tipo',
    total: 'Importe',
    hash: 'Huella',
    cancellation: 'Anulación',
    record: 'Registro de Verifactu n.º {{place}}',
    qr: 'QR tributario de {{number}}',
  },
} as const;

export const menu = { einvoices: 'Factura electrónica' };

export const states = {
  'e-invoice': {
    unsent: 'Sin enviar',
    sent: 'Enviada',
    received: 'Recibida',
    accepted: 'Aceptada',
    rejected: 'Rechazada',
    paid: 'Pagada',
    unpaid: 'Pago deshecho',
  },
} as const;

export const palette = { kinds: { 'e-invoice': 'Facturas electrónicas', 'verifactu-event': 'Sucesos de Verifactu' } } as const;

export const records = {
  did: {
    recordEInvoiceStatus: 'Anotó qué pasó con la factura electrónica',
    reportEInvoiceStatus: 'Anotó que se comunicó al emisor',
    putCertificate: 'Cambió el certificado con el que se firma',
    deleteCertificate: 'Quitó el certificado con el que se firma',
    patchEInvoicing: 'Cambió los ajustes de la factura electrónica',
    exportVerifactu: 'Exportó registros de Verifactu',
    cancelVerifactuRecord: 'Anuló el registro de Verifactu',
    checkVerifactuChain: 'Comprobó la cadena de Verifactu',
    followEInvoices: 'Anotó lo que dicen los libros',
  },
} as const;

export const settings = { parts: { einvoicing: 'Factura electrónica' } } as const;

export const fields = {
  messages: {
    'must be a DIR3 code of nine letters and digits, such as L01280796': 'Escriba el código DIR3: nueve letras y cifras, como L01280796.',
    'must be a place in the chain, from 1 on': 'Escriba un número de registro, desde 1.',
  },
} as const;

export const errors = {
  codes: {
    certificate_none: 'No hay ningún certificado con el que firmar. Súbalo en Ajustes → Factura electrónica.',
    certificate_file: 'El fichero no es un certificado con su clave (.p12 o .pfx).',
    certificate_password: 'La contraseña del fichero no es esa.',
    certificate_key: 'El fichero no trae la clave privada del certificado. Expórtelo con ella.',
    certificate_expired: 'El certificado ha caducado. Suba uno en vigor.',
    certificate_early: 'El certificado todavía no está en vigor.',
    certificate_tax_id: 'El certificado es de otro NIF: use el de la empresa.',
    document_not_found: 'No hay ningún documento con ese número.',
    'e-invoice_not_found': 'Esta factura no se sigue como electrónica.',
    einvoice_nothing_to_report: 'No hay nada que comunicar al emisor de esta factura.',
    einvoice_reason_missing: 'Escriba el motivo: la otra parte lo necesita.',
    einvoice_status_date: 'Elija un día entre el de la factura y hoy.',
    einvoice_status_of_books: 'Lo que pasa con una factura recibida se sigue de su apunte: apruébela, páguela o anúlela.',
    einvoice_status_order: 'La factura no puede pasar a ese estado desde el que tiene.',
    verifactu_past: 'Ese día ya puede haber facturas emitidas sin registro. Elija mañana u otro día posterior.',
    verifactu_begun: 'La cadena de registros ya ha empezado.',
    verifactu_issuer: 'La cadena de Verifactu ha empezado con este NIF, que ya no se cambia.',
    verifactu_duty: 'Los registros son obligatorios antes de que acabe el año: Verifactu sigue conectado.',
    verifactu_no_record: 'Esta factura se emitió sin registro de Verifactu.',
    verifactu_cancelled: 'El registro de esta factura ya está anulado.',
    verifactu_not_credited: 'Rectifique antes la factura entera: lo que queda de ella se vendió.',
    verifactu_none: 'No hay registros que comprobar desde ahí.',
    'verifactu-record_not_found': 'No hay ningún registro en ese lugar de la cadena.',
    einvoice_simplified: 'Una factura simplificada no tiene factura electrónica. Rectifíquela y emita una completa.',
    einvoice_party: 'Falta un dato del emisor o del cliente para la factura electrónica. Rectifique la factura y emítala de nuevo con él.',
    einvoice_not_subject: 'Lo no sujeto a IVA no puede ir con lo sujeto en una factura electrónica EN 16931. Use Facturae, o dos facturas.',
    einvoice_currency: 'Los importes de EN 16931 tienen dos decimales como mucho. Use Facturae.',
  },
  figures: {
    certificate_expired: 'El certificado caducó el {{date, date}}: suba uno en vigor.',
    certificate_early: 'El certificado entra en vigor el {{date, date}}.',
    certificate_tax_id: 'El certificado es de {{taxId}} y la empresa es {{company}}: use el suyo.',
    einvoice_nothing_to_report: 'No hay nada que comunicar al emisor de esta factura.',
    einvoice_status_date: 'Elija un día del {{from, date}} al {{to, date}}.',
    verifactu_past: 'El {{from, date}} ya puede haber facturas emitidas sin registro. Elija el {{first, date}} u otro día posterior.',
    verifactu_begun: 'Los registros se encadenan desde el {{from, date}}.',
    verifactu_issuer:
      'Los registros de Verifactu se encadenan con el NIF {{taxId}} desde el {{from, date}}: ya no se cambia. Dé de alta otra empresa.',
    verifactu_duty:
      'Los registros son obligatorios desde el {{duty, date}}, y se encadenan hasta que acabe el año: Verifactu sigue conectado.',
    einvoice_simplified:
      '{{number}} es una factura simplificada o rectifica una: no tiene factura electrónica (RD 238/2026, art. 4). Rectifíquela y emita una completa, con el NIF y el domicilio del cliente.',
    einvoice_party_address:
      '{{name}} no tiene domicilio en el documento, y la factura electrónica lo necesita. Rectifíquela y emítala de nuevo con él.',
    einvoice_party_country: 'El país del domicilio de {{name}} no existe. Rectifique la factura y emítala de nuevo con el correcto.',
    einvoice_party_tax_id:
      '{{name}} no tiene NIF en el documento, y la factura electrónica lo necesita. Rectifíquela y emítala de nuevo con él.',
    einvoice_party_postal_code:
      'Facturae necesita un código postal español de cinco cifras de {{name}}. Rectifique la factura y emítala de nuevo con él.',
    einvoice_not_subject: 'Lo no sujeto a IVA no puede ir con lo sujeto en una factura electrónica EN 16931. Use Facturae, o dos facturas.',
    einvoice_currency: 'Los importes de EN 16931 tienen dos decimales como mucho, y {{currency}} tiene más. Use Facturae.',
  },
} as const;

declare global {
  interface ConsoleTexts {
    einvoice: typeof einvoice;
  }
}
