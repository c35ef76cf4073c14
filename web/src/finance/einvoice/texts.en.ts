export const einvoice = {
  title: 'Electronic invoice',
  text: 'Not sent: the file is saved, to be sent the way that was agreed with the customer. Facturae is not signed.',
  duty: 'Among businesses it is a duty from {{large}} on for those above 8 million euros, and from {{others}} for the others (RD 238/2026).',
  download: 'Download {{number}} as {{syntax}}',
  saved: '{{file}} was saved.',
  syntax: { ubl: 'UBL', cii: 'CII', facturae: 'Facturae' },
};
