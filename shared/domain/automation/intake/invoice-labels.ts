import { normalise } from '#kernel/text.ts';

/** What a label on an invoice says of what stands beside or below it. `other`: a value that is none of ours, and must not be taken for one. */
export type Labelled = 'number' | 'date' | 'dueDate' | 'base' | 'tax' | 'withholding' | 'total' | 'other';

export interface Label {
  readonly field: Labelled;
  /** How surely it means that, 0 to 1: "Total factura" is the total, "Total" may be a column's. */
  readonly weight: number;
  readonly at: number;
  readonly end: number;
}

const NO = '(?:number|nummer|n[uº°o]?m(?:ero|er)?|n[º°o]|nr|no)\\.?';
const INVOICE =
  '(?:(?:factura|fra\\.?) simplificada|ticket|factura|fra|invoice|bill|rechnung|facture|fattura|fatura|abono|factura rectificativa|credit note|gutschrift|avoir)';

/**
 * Labels in the languages that Spanish companies get invoices in (Spanish, Catalan, English, German, French, Italian, Portuguese):
 * without accents, in lower case. The first of those that begin at a place counts.
 */
const LABELS: readonly (readonly [Labelled, number, string])[] = [
  [
    'other',
    1,
    `(?:fecha|date|datum|data) (?:de |del |of |de la )?(?:pedido|order|entrega|delivery|albaran|operacion|envio|vencimiento|pago|payment|nacimiento)`,
  ],
  ['other', 1, `(?:order|customer|account|client|po|delivery|contract|shipment|purchase order|sales order) (?:date|${NO}|id|code|#)`],
  ['other', 1, `(?:${NO} (?:de )?)?(?:pedido|albaran|cliente|contrato|cuenta|registro|expediente|abonado|poliza|cups)(?: ${NO})?`],
  ['other', 1, `(?:kunden|auftrags|bestell|liefer|vertrags|steuer)-?(?:nr|nummer|datum)\\.?`],
  [
    'other',
    1,
    '(?:telefono|tel|phone|fax|movil|cp|c\\.p|codigo postal|registro mercantil|hoja|folio|tomo|pagina|page|seite|reg\\. merc)\\.?(?= |:|$)',
  ],
  [
    'dueDate',
    1,
    '(?:fecha (?:de )?)?vencimiento(?:s)?|vto\\.?(?= |:)|due date|payment due(?: date)?|zahlungsziel|fallig(?:keit)?(?: am)?|zahlbar bis|date d.echeance|echeance|scadenza|vencimento',
  ],
  [
    'number',
    1,
    `${INVOICE} ?(?:${NO}|#)|${NO} ?(?:de |of |de la |d.)?${INVOICE}|rechnungs-?(?:nr|nummer)\\.?|belegnummer|invoice ?#|n[º°o]\\.? documento|numero (?:de )?documento|document ${NO}|numero factura`,
  ],
  [
    'date',
    1,
    `(?:fecha|data|date) (?:de |del |of |de la |d.)?(?:${INVOICE}|emision|expedicion|emission|emissio|issue|emissao|emissione)|invoice date|issue date|date issued|rechnungsdatum|belegdatum`,
  ],
  ['other', 1, '(?:periodo|period|billing period|leistungsdatum|leistungszeitraum|lieferdatum|mandato|mandate|sepa)(?= |:|$)'],
  [
    'total',
    1,
    `(?:importe )?total (?:de (?:la )?|d. )?(?:${INVOICE}|documento)|(?:importe|total) (?:total )?a (?:pagar|abonar|ingresar)|liquido a percibir|total (?:amount )?due|amount due|balance due|grand total|(?:total|montant) ttc|net a payer|gesamtbetrag|rechnungsbetrag|bruttosumme|endbetrag|zahlbetrag|summe brutto|total for this invoice|invoice total|total (?:iva|impuestos|igic) (?:incluid[oa]s?|inc\\.?)|total (?:con|c/) iva|total gross|total incl\\.? (?:vat|tax)|totale (?:fattura|documento)|total eur(?:os)?|importe total|total general`,
  ],
  [
    'base',
    1,
    'base(?: imponible| imposable| iva| i\\.v\\.a\\.?)?(?= |:|$|\\d)|sub-?total|untaxed amount|net amount|(?:total|montant) ht|total net[oa]?|nettobetrag|zwischensumme|summe netto|importe neto|total sin iva|taxable (?:amount|base)|total (?:antes de|before|excl\\.?|without) (?:impuestos|taxe?s?|vat|iva)|suma(?= |:|$)|imponibile|rechnungssumme ohne ust\\.?|total bruto',
  ],
  ['withholding', 1, '(?:retencion|ret\\.?|-)? ?i\\.?r\\.?p\\.?f\\.?(?= |:|$|\\d|\\()|retencion(?:es)?'],
  [
    'tax',
    1,
    '(?:cuota|total|importe|quota|impuesto|montant)? ?(?:i\\.?v\\.?a\\.?|igic|vat|mwst\\.?|ust\\.?|tva|taxes|tax|impuestos|umsatzsteuer|mehrwertsteuer|steuerbetrag)(?= |:|$|\\d|\\()|cuota(?:s)?(?= |:|$)',
  ],
  ['date', 0.8, '(?:fecha|date|datum|data)(?= |:|$|\\d)'],
  ['number', 0.7, `${INVOICE}(?= ?:| [a-z]{0,5}[-/]?\\d)|${NO}(?= ?:)`],
  ['total', 0.7, '(?:total|summe|totale|gesamt)(?= |:|$|\\d)'],
];

const ANY = new RegExp(LABELS.map(([, , pattern]) => `(${pattern})`).join('|'), 'g');

/**
 * The labels of a cell's text, none inside a word and none inside another.
 * `at` and `end` count in its normalised text ({@link plainOf}).
 */
export function labelsIn(text: string): Label[] {
  const found: Label[] = [];
  for (const match of plainOf(text).matchAll(ANY)) {
    const at = match.index;
    const which = match.slice(1).findIndex((part) => part !== undefined);
    const label = LABELS[which];
    const before = plainOf(text).charAt(at - 1);
    if (!label || (before !== '' && /[a-z0-9]/.test(before))) continue;
    found.push({ field: label[0], weight: label[1], at, end: at + match[0].length });
  }
  return found;
}

/** As many characters as the text has, in lower case without accents: places in the one are places in the other. */
export const plainOf = (text: string): string =>
  [...text]
    .map((char) => {
      const plain = /[º°]/.test(char) ? char : normalise(char);
      return plain.length === char.length ? plain : char.toLowerCase().length === char.length ? char.toLowerCase() : char;
    })
    .join('');
