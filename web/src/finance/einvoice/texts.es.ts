export const einvoice = {
  title: 'Factura electrónica',
  text: 'No se ha enviado: se guarda el fichero para enviarlo por el medio que se acuerde con el cliente. Facturae va sin firmar.',
  duty: 'Entre empresas es obligatoria desde el {{large}} para quien supera 8 millones de euros, y desde el {{others}} para los demás (RD 238/2026).',
  download: 'Descargar {{number}} en {{syntax}}',
  saved: 'Se ha guardado {{file}}.',
  syntax: { ubl: 'UBL', cii: 'CII', facturae: 'Facturae' },
} as const;

export const errors = {
  codes: {
    einvoice_simplified: 'Una factura simplificada no tiene factura electrónica. Rectifíquela y emita una completa.',
    einvoice_party: 'Falta un dato del emisor o del cliente para la factura electrónica. Rectifique la factura y emítala de nuevo con él.',
    einvoice_not_subject: 'Lo no sujeto a IVA no puede ir con lo sujeto en una factura electrónica EN 16931. Use Facturae, o dos facturas.',
    einvoice_currency: 'Los importes de EN 16931 tienen dos decimales como mucho. Use Facturae.',
    einvoice_withheld: 'En este formato no caben las retenciones. Use Facturae.',
  },
  figures: {
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
    einvoice_withheld: 'En este formato no caben las retenciones. Use Facturae.',
  },
} as const;

declare global {
  interface ConsoleTexts {
    einvoice: typeof einvoice;
  }
}
