/** What a document in a foreign currency comes to in euros, as it is printed. */
interface InEuros {
  /** "1,0943 USD" */
  readonly rate: string;
  readonly date: string;
  /** By the European Central Bank. */
  readonly published: boolean;
  readonly base: string;
  readonly tax: string;
  readonly total: string;
}

/** By what somebody is debited: of the account its last digits alone. */
interface DebitTold {
  readonly account: string;
  readonly due: string;
  readonly mandate?: string;
  readonly creditor?: string;
}

/** What stands printed on invoices and credit notes, in a language of the company's choice. */
export interface Words {
  readonly language: 'es' | 'en';
  readonly invoice: string;
  readonly simplifiedInvoice: string;
  readonly creditNote: string;
  readonly customer: string;
  readonly taxId: (taxId: string) => string;
  readonly date: string;
  readonly operationDate: string;
  readonly dueDate: string;
  readonly order: string;
  readonly corrects: string;
  readonly correctsSimplified: string;
  readonly correctedDate: string;
  readonly code: string;
  readonly description: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly tax: string;
  readonly amount: string;
  /** What the lines come to before what is taken off all of it. */
  readonly lines: string;
  readonly base: string;
  readonly rate: string;
  readonly taxAmount: string;
  /** The tax of a document in a foreign currency, in euros. */
  readonly taxInEuros: string;
  readonly exchange: string;
  readonly inEuros: (told: InEuros) => string;
  readonly rounding: string;
  readonly total: string;
  /** Income tax that the customer keeps back, with its rate. */
  readonly withheld: (percent: string) => string;
  /** The total less that. */
  readonly toPay: string;
  readonly payment: string;
  readonly transfer: (iban: string, due: string, number: string) => string;
  readonly debit: (told: DebitTold) => string;
  readonly reason: string;
  readonly correction: string;
  readonly byDifference: string;
  readonly notes: string;
  readonly issuedBy: string;
  /** What the file within the PDF is. */
  readonly electronicInvoice: string;
  /** Beside the QR of Verifactu (Orden HAC/1177/2024 art. 21). */
  readonly taxQr: string;
  /** The legend below it, of invoices whose records are sent at once. */
  readonly verifiable: string;
}

const es: Words = {
  language: 'es',
  invoice: 'Factura',
  simplifiedInvoice: 'Factura simplificada',
  creditNote: 'Factura rectificativa',
  customer: 'Cliente',
  taxId: (taxId) => `NIF ${taxId}`,
  date: 'Fecha de expedición',
  operationDate: 'Fecha de operación',
  dueDate: 'Vencimiento',
  order: 'Pedido',
  corrects: 'Rectifica la factura',
  correctsSimplified: 'Rectifica la factura simplificada',
  correctedDate: 'De fecha',
  code: 'Código',
  description: 'Descripción',
  quantity: 'Cantidad',
  price: 'Precio',
  discount: 'Dto.',
  tax: 'IVA',
  amount: 'Importe',
  lines: 'Suma de las líneas',
  base: 'Base imponible',
  rate: 'Tipo',
  taxAmount: 'Cuota',
  taxInEuros: 'Cuota en euros',
  exchange: 'Contravalor en euros',
  inEuros: ({ rate, date, published, base, tax, total }) =>
    `1 € = ${rate} (${published ? 'BCE, ' : ''}${date}). Base imponible ${base}, IVA ${tax}, total ${total}`,
  rounding: 'Redondeo',
  total: 'Total',
  withheld: (percent) => `Retención IRPF ${percent} %`,
  toPay: 'A pagar',
  payment: 'Forma de pago',
  debit: ({ account, due, mandate, creditor }) =>
    `Adeudo directo SEPA en su cuenta terminada en ${account} al vencimiento (${due}), mandato ${mandate}, acreedor ${creditor}. No haga transferencia.`,
  transfer: (iban, due, number) => `Transferencia a ${iban} antes del ${due}, indicando ${number}`,
  reason: 'Motivo',
  correction: 'Rectificación',
  byDifference: 'Por diferencias (art. 15 RD 1619/2012). El importe queda a favor del cliente.',
  notes: 'Observaciones',
  issuedBy: 'Expedición',
  electronicInvoice: 'Factura electrónica EN 16931 (Factur-X)',
  taxQr: 'QR tributario:',
  verifiable: 'Factura verificable en la sede electrónica de la AEAT',
};

const en: Words = {
  language: 'en',
  invoice: 'Invoice',
  simplifiedInvoice: 'Simplified invoice',
  creditNote: 'Credit note',
  customer: 'Customer',
  taxId: (taxId) => `Tax id ${taxId}`,
  date: 'Date of issue',
  operationDate: 'Date of supply',
  dueDate: 'Due date',
  order: 'Order',
  corrects: 'Corrects invoice',
  correctsSimplified: 'Corrects simplified invoice',
  correctedDate: 'Of',
  code: 'Code',
  description: 'Description',
  quantity: 'Quantity',
  price: 'Price',
  discount: 'Disc.',
  tax: 'VAT',
  amount: 'Amount',
  lines: 'Sum of the lines',
  base: 'Taxable amount',
  rate: 'Rate',
  taxAmount: 'Tax',
  taxInEuros: 'Tax in euros',
  exchange: 'In euros',
  inEuros: ({ rate, date, published, base, tax, total }) =>
    `1 € = ${rate} (${published ? 'ECB, ' : ''}${date}). Taxable amount ${base}, VAT ${tax}, total ${total}`,
  rounding: 'Rounding',
  total: 'Total',
  withheld: (percent) => `Income tax withheld (IRPF) ${percent} %`,
  toPay: 'To pay',
  payment: 'Payment',
  debit: ({ account, due, mandate, creditor }) =>
    `SEPA direct debit of your account ending in ${account} when due (${due}), mandate ${mandate}, creditor ${creditor}. Please do not transfer.`,
  transfer: (iban, due, number) => `Bank transfer to ${iban} by ${due}, quoting ${number}`,
  reason: 'Reason',
  correction: 'Correction',
  byDifference: 'Corrective invoice by difference (art. 15 RD 1619/2012). The amount is credited to the customer.',
  notes: 'Notes',
  issuedBy: 'Issued by',
  electronicInvoice: 'Electronic invoice EN 16931 (Factur-X)',
  taxQr: 'QR tributario (tax QR):',
  verifiable: 'Factura verificable en la sede electrónica de la AEAT',
};

export const WORDS = { es, en };
