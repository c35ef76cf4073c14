export const MONTHS = {
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  de: ['Januar', 'Februar', 'M\xe4rz', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  fr: ['janvier', 'f\xe9vrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'ao\xfbt', 'septembre', 'octobre', 'novembre', 'd\xe9cembre'],
} as const;
export type Language = keyof typeof MONTHS;

/** Words as suppliers of each language print them: several for each, since none are all alike. */
export interface Words {
  readonly title: readonly string[];
  readonly creditTitle: readonly string[];
  readonly number: readonly string[];
  readonly date: readonly string[];
  readonly due: readonly string[];
  readonly order: readonly string[];
  readonly customer: readonly string[];
  readonly taxId: readonly string[];
  readonly net: readonly string[];
  readonly tax: readonly string[];
  readonly total: readonly string[];
  readonly heads: readonly [string, string, string, string];
  readonly subtotal: string;
  readonly items: readonly string[];
  readonly page: (no: number, of: number) => string;
  readonly carried: string;
}

/** Labels on which the reader may be improved. */
export const TUNED: Readonly<Record<Language, Words>> = {
  es: {
    title: ['FACTURA', 'Factura', 'FACTURA DE VENTA'],
    creditTitle: ['FACTURA RECTIFICATIVA', 'ABONO'],
    number: ['N\xba factura', 'N\xfamero de factura', 'Factura n\xba', 'N\xfam. factura', 'Factura N\xfam.'],
    date: ['Fecha', 'Fecha factura', 'Fecha de expedici\xf3n', 'Fecha de emisi\xf3n'],
    due: ['Vencimiento', 'Fecha de vencimiento', 'Vto.'],
    order: ['Pedido', 'Su pedido', 'N\xba pedido', 'Albar\xe1n'],
    customer: ['N\xba cliente', 'C\xf3digo cliente', 'Cliente n\xba'],
    taxId: ['NIF', 'CIF', 'N.I.F.', 'C.I.F.'],
    net: ['Base imponible', 'Base', 'Subtotal', 'Importe neto'],
    tax: ['IVA', 'Cuota IVA', 'I.V.A.'],
    total: ['Total factura', 'TOTAL', 'Total a pagar', 'Importe total', 'TOTAL FACTURA'],
    heads: ['Concepto', 'Cantidad', 'Precio', 'Importe'],
    subtotal: 'Suma',
    items: ['Papel A4 80 g', 'T\xf3ner negro', 'Caf\xe9 molido 1 kg', 'Transporte', 'Mano de obra', 'Tornillo M6 x 20', 'Cable 2,5 mm'],
    page: (no, of) => `P\xe1gina ${no} de ${of}`,
    carried: 'Suma y sigue',
  },
  en: {
    title: ['INVOICE', 'Invoice', 'TAX INVOICE'],
    creditTitle: ['CREDIT NOTE'],
    number: ['Invoice number', 'Invoice no.', 'Invoice #', 'Invoice No'],
    date: ['Invoice date', 'Date', 'Date of issue', 'Issue date'],
    due: ['Due date', 'Payment due'],
    order: ['Order no.', 'PO number', 'Purchase order'],
    customer: ['Customer no.', 'Account no.'],
    taxId: ['VAT no.', 'VAT ID', 'Tax ID'],
    net: ['Net amount', 'Subtotal', 'Total excl. VAT', 'Taxable amount'],
    tax: ['VAT', 'Tax'],
    total: ['Total', 'Invoice total', 'Total due', 'Amount due', 'Grand total'],
    heads: ['Description', 'Qty', 'Unit price', 'Amount'],
    subtotal: 'Sum',
    items: ['Consulting', 'Cloud hosting', 'Steel bolts M6', 'Freight', 'License renewal'],
    page: (no, of) => `Page ${no} of ${of}`,
    carried: 'Carried forward',
  },
  de: {
    title: ['RECHNUNG', 'Rechnung'],
    creditTitle: ['GUTSCHRIFT'],
    number: ['Rechnungsnummer', 'Rechnungs-Nr.', 'Rechnung Nr.'],
    date: ['Rechnungsdatum', 'Datum'],
    due: ['F\xe4llig am', 'Zahlbar bis'],
    order: ['Bestellnummer', 'Auftragsnummer', 'Lieferschein-Nr.'],
    customer: ['Kundennummer', 'Kunden-Nr.'],
    taxId: ['USt-IdNr.', 'USt-ID'],
    net: ['Nettobetrag', 'Summe netto', 'Zwischensumme'],
    tax: ['MwSt.', 'USt.', 'Umsatzsteuer'],
    total: ['Gesamtbetrag', 'Rechnungsbetrag', 'Summe brutto'],
    heads: ['Bezeichnung', 'Menge', 'Einzelpreis', 'Betrag'],
    subtotal: 'Summe',
    items: ['Schrauben M6', 'Beratung', 'Versand', 'Wartung', 'Druckerpapier'],
    page: (no, of) => `Seite ${no} von ${of}`,
    carried: '\xdcbertrag',
  },
  fr: {
    title: ['FACTURE', 'Facture'],
    creditTitle: ['AVOIR', "FACTURE D'AVOIR"],
    number: ['Facture n\xb0', 'Num\xe9ro de facture', 'N\xb0 facture'],
    date: ['Date de facture', 'Date', "Date d'\xe9mission"],
    due: ["Date d'\xe9ch\xe9ance", '\xc9ch\xe9ance'],
    order: ['Commande n\xb0', 'Bon de livraison'],
    customer: ['N\xb0 client', 'Code client'],
    taxId: ['N\xb0 TVA', 'TVA intracommunautaire'],
    net: ['Total HT', 'Montant HT'],
    tax: ['TVA', 'Montant TVA'],
    total: ['Total TTC', 'Net \xe0 payer', 'Montant TTC'],
    heads: ['D\xe9signation', 'Quantit\xe9', 'Prix unitaire', 'Montant'],
    subtotal: 'Total',
    items: ['Vis M6', 'Conseil', 'Livraison', 'Papier', 'Maintenance'],
    page: (no, of) => `Page ${no} sur ${of}`,
    carried: '\xc0 reporter',
  },
};

/** Other words, for papers that nothing was ever tuned on. */
export const HELD_OUT: Readonly<Record<Language, Words>> = {
  es: {
    ...TUNED.es,
    title: ['Factura simplificada', 'FACTURA COMERCIAL', 'F A C T U R A'],
    number: ['Factura', 'N\xba de documento', 'Factura / Invoice', 'N\xfamero', 'Ref. factura'],
    date: ['Fecha doc.', 'F. factura', 'Emitida el', 'D\xeda'],
    due: ['Pagar antes de', 'Fecha l\xedmite de pago'],
    order: ['S/ref.', 'Contrato', 'N/Albar\xe1n'],
    customer: ['Ref. cliente', 'Abonado'],
    taxId: ['NIF/CIF', 'Identificaci\xf3n fiscal', 'VAT'],
    net: ['Base imp.', 'Total neto', 'Importe sin IVA', 'Total bruto'],
    tax: ['Impuesto', 'Total IVA', 'Cuota'],
    total: ['Total con IVA', 'A pagar', 'Importe a pagar', 'Total EUR', 'L\xedquido'],
    subtotal: 'Total l\xedneas',
  },
  en: {
    ...TUNED.en,
    number: ['Document number', 'Inv. no.', 'Reference', 'Bill number'],
    date: ['Dated', 'Billing date', 'Document date'],
    due: ['Pay by', 'Terms until'],
    net: ['Net', 'Total before tax', 'Net total'],
    tax: ['Sales tax', 'VAT amount', 'Total VAT'],
    total: ['Gross total', 'Total payable', 'Balance due', 'Total incl. VAT', 'To pay'],
  },
  de: {
    ...TUNED.de,
    number: ['Beleg-Nr.', 'Re.-Nr.', 'Nummer'],
    date: ['Ausstellungsdatum', 'Belegdatum', 'vom'],
    net: ['Netto', 'Warenwert', 'Nettosumme'],
    tax: ['Mehrwertsteuer', 'Steuer', 'zzgl. MwSt.'],
    total: ['Endbetrag', 'Zu zahlen', 'Brutto', 'Zahlbetrag'],
  },
  fr: {
    ...TUNED.fr,
    number: ['R\xe9f. facture', 'Facture', 'N\xb0 de pi\xe8ce'],
    date: ['\xc9mise le', 'Le', 'Date facture'],
    net: ['Sous-total HT', 'Base HT'],
    tax: ['T.V.A.', 'Total TVA'],
    total: ['Total \xe0 payer', 'Montant total', 'Solde d\xfb'],
  },
};
