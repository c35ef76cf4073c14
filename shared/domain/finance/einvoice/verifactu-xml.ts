import { type Minor, minorText } from '#kernel/money.ts';
import type { IssuedBy } from '#kernel/outside-issuer.ts';
import { spanishTaxIdIn } from '#kernel/tax-id-es.ts';
import { cut } from '#kernel/text.ts';
import { textNode, type XmlNode, xmlFile } from '#kernel/xml-writer.ts';
import type { CreditNote, Invoice, Party } from '../receivables/invoice.ts';
import { isCustomerCode } from '../receivables/outside-issuer.ts';
import { outsideUnion } from '../tax/recipient.ts';
import type { TaxLine } from '../tax/totals.ts';
import { isSurcharge, surchargeOf } from '../tax/vat-es.ts';
import type { StoredVerifactu } from './verifactu-record.ts';

export const AEAT_SCHEMAS = 'https://www2.agenciatributaria.gob.es/static_files/common/internet/dep/aplicaciones/es/aeat/tike/cont/ws';
const SF = `${AEAT_SCHEMAS}/SuministroInformacion.xsd`;
/** 2024-01-31 → 31-01-2024 */
export const aeatDay = (date: string): string => date.split('-').reverse().join('-');
const yes = (is: boolean): 'S' | 'N' => (is ? 'S' : 'N');

/** A record as it is written: with the one before it, and the document that it is of. */
export interface RecordToWrite {
  readonly record: StoredVerifactu;
  readonly previous: StoredVerifactu | undefined;
  readonly document: Invoice | CreditNote;
  /** The invoice that the document corrects. */
  readonly corrected?: Pick<Invoice, 'number' | 'date'> | undefined;
}

/** Whose records they are, and in which installation they were made. */
export interface RecordKeeper {
  readonly name: string;
  readonly taxId: string;
  /** Tells this company's chain from others of the same system. */
  readonly installation: string;
}

/** What a file of records is sent for. */
export interface SendingReason {
  /** AEAT's number of the request that it answers. */
  readonly reference?: string | undefined;
  /** It is the last file for that. */
  readonly ends?: boolean | undefined;
}

const heading = ({ name, taxId }: RecordKeeper, { reference, ends }: SendingReason): XmlNode => [
  'sum:Cabecera',
  [
    [
      'sf:ObligadoEmision',
      [
        ['sf:NombreRazon', cut(name, 120)],
        ['sf:NIF', taxId],
      ],
    ],
    reference === undefined
      ? undefined
      : ['sf:RemisionRequerimiento', [['sf:RefRequerimiento', reference], ends ? ['sf:FinRequerimiento', 'S'] : undefined]],
  ],
];

/** One record by itself, as it is signed. */
export function recordFile(each: RecordToWrite, keeper: RecordKeeper): string {
  const [name, content] = each.record.kind === 'issue' ? issueNode(each, keeper) : cancellationNode(each, keeper);
  return xmlFile([name, content, { 'xmlns:sf': SF }]);
}

/**
 * A file of records by AEAT's schemas (SuministroLR.xsd, SuministroInformacion.xsd), 1,000 at most, each as {@link recordFile} has it,
 * signed or not: their bytes stay. As long as no maker of the system is declared, the company stands for it.
 */
export function fileOfRecords(records: readonly string[], keeper: RecordKeeper, reason: SendingReason = {}): string {
  const end = '</sum:RegFactuSistemaFacturacion>';
  const within = records.map((xml) => `<sum:RegistroFactura>${xml.replace(/^<\?xml[^>]*\?>\s*/, '').trimEnd()}</sum:RegistroFactura>\n`);
  const empty = xmlFile([
    'sum:RegFactuSistemaFacturacion',
    [heading(keeper, reason)],
    { 'xmlns:sum': `${AEAT_SCHEMAS}/SuministroLR.xsd`, 'xmlns:sf': SF },
  ]);
  return empty.replace(end, () => `${within.join('')}${end}`);
}

/** A file in the envelope that AEAT's service takes (SOAP 1.1). */
export const soapEnvelope = (file: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>${file.replace(/^<\?xml[^>]*\?>\s*/, '').trimEnd()}</soapenv:Body></soapenv:Envelope>\n`;

function issueNode({ record, previous, document, corrected }: RecordToWrite, keeper: RecordKeeper): XmlNode {
  const isNote = 'reason' in document;
  const sign = isNote ? -1 : 1;
  const simplified = record.type === 'F2' || record.type === 'R5';
  const named = !simplified && document.customer.taxId !== undefined;
  return [
    'sf:RegistroAlta',
    [
      ['sf:IDVersion', '1.0'],
      [
        'sf:IDFactura',
        [
          ['sf:IDEmisorFactura', record.issuer],
          ['sf:NumSerieFactura', record.number],
          ['sf:FechaExpedicionFactura', aeatDay(record.date)],
        ],
      ],
      ['sf:NombreRazonEmisor', cut(keeper.name, 120)],
      ['sf:TipoFactura', record.type ?? 'F1'],
      isNote ? ['sf:TipoRectificativa', 'I'] : undefined,
      corrected
        ? [
            'sf:FacturasRectificadas',
            [
              [
                'sf:IDFacturaRectificada',
                [
                  ['sf:IDEmisorFactura', record.issuer],
                  ['sf:NumSerieFactura', corrected.number],
                  ['sf:FechaExpedicionFactura', aeatDay(corrected.date)],
                ],
              ],
            ],
          ]
        : undefined,
      textNode('sf:FechaOperacion', 'operationDate' in document && document.operationDate ? aeatDay(document.operationDate) : undefined),
      ['sf:DescripcionOperacion', cut([...new Set(document.lines.map(({ name }) => name))].join('; '), 500) || 'Venta'],
      !simplified && !named ? ['sf:FacturaSinIdentifDestinatarioArt61d', 'S'] : undefined,
      ...outside(document.issuedBy),
      named ? ['sf:Destinatarios', [['sf:IDDestinatario', recipient(document.customer)]]] : undefined,
      ['sf:Desglose', breakdown(document.totals.taxes, sign)],
      ['sf:CuotaTotal', minorText(record.tax ?? 0)],
      ['sf:ImporteTotal', minorText(record.total ?? 0)],
      ...tail(record, previous, keeper),
    ],
  ];
}

/** Who issued it in the company's name: D the recipient, T somebody else, who is named. */
function outside(by: IssuedBy | undefined): XmlNode[] {
  if (!by) return [];
  if (isCustomerCode(by.letters)) return [['sf:EmitidaPorTerceroODestinatario', 'D']];
  return [
    ['sf:EmitidaPorTerceroODestinatario', 'T'],
    ['sf:Tercero', recipient(by)],
  ];
}

const cancellationNode = ({ record, previous }: RecordToWrite, keeper: RecordKeeper): XmlNode => [
  'sf:RegistroAnulacion',
  [
    ['sf:IDVersion', '1.0'],
    [
      'sf:IDFactura',
      [
        ['sf:IDEmisorFacturaAnulada', record.issuer],
        ['sf:NumSerieFacturaAnulada', record.number],
        ['sf:FechaExpedicionFacturaAnulada', aeatDay(record.date)],
      ],
    ],
    ...tail(record, previous, keeper),
  ],
];

/** What both kinds end with: the record before, the system, when it was made, its hash. */
const tail = ({ at, hash }: StoredVerifactu, previous: StoredVerifactu | undefined, keeper: RecordKeeper): XmlNode[] => [
  [
    'sf:Encadenamiento',
    previous
      ? [
          [
            'sf:RegistroAnterior',
            [
              ['sf:IDEmisorFactura', previous.issuer],
              ['sf:NumSerieFactura', previous.number],
              ['sf:FechaExpedicionFactura', aeatDay(previous.date)],
              ['sf:Huella', previous.hash],
            ],
          ],
        ]
      : [['sf:PrimerRegistro', 'S']],
  ],
  systemNode(keeper),
  ['sf:FechaHoraHusoGenRegistro', at],
  ['sf:TipoHuella', '01'],
  ['sf:Huella', hash],
];

/** The system that makes records and events. */
export const systemNode = ({ name, taxId, installation }: RecordKeeper): XmlNode => [
  'sf:SistemaInformatico',
  [
    ['sf:NombreRazon', cut(name, 120)],
    ['sf:NIF', taxId],
    ['sf:NombreSistemaInformatico', 'Trastienda'],
    ['sf:IdSistemaInformatico', 'TR'],
    ['sf:Version', '1.0'],
    ['sf:NumeroInstalacion', installation],
    ['sf:TipoUsoPosibleSoloVerifactu', yes(false)],
    ['sf:TipoUsoPosibleMultiOT', yes(true)],
    ['sf:IndicadorMultiplesOT', yes(true)],
  ],
];

/** By the NIF, or by another id with its country: 02 a VAT id of the Union, 04 an official one of elsewhere. */
function recipient({ name, taxId = '', address }: Party): XmlNode[] {
  const national = spanishTaxIdIn(taxId);
  const country = address?.country ?? taxId.slice(0, 2);
  return [
    ['sf:NombreRazon', cut(name, 120)],
    national
      ? ['sf:NIF', national]
      : [
          'sf:IDOtro',
          [
            ['sf:CodigoPais', country],
            ['sf:IDType', outsideUnion(country) ? '04' : '02'],
            ['sf:ID', cut(taxId, 20)],
          ],
        ],
  ];
}

/** How operations without tax of ours are classed: exempt by art. 20, 21 and 25 of Ley 37/1992, reverse charge, not subject by place. */
const WITHOUT_TAX: Readonly<Record<string, { readonly exempt?: string; readonly class?: string; readonly regime?: string }>> = {
  EXENTO: { exempt: 'E1' },
  EXPORT: { exempt: 'E2', regime: '02' },
  INTRA: { exempt: 'E5' },
  ISP: { class: 'S2' },
  'ISP-84G': { class: 'S2' },
  'INTRA-SERV': { class: 'N2' },
  'NO-SUJETA': { class: 'N2' },
};

const breakdown = (taxes: readonly TaxLine[], sign: 1 | -1): XmlNode[] =>
  taxes.flatMap((line) => (isSurcharge(line.code) ? [] : [detail(line, taxes, (minor) => minorText(minor === 0 ? 0 : sign * minor))]));

/** One rate of the document. */
function detail({ code, percent, base, tax }: TaxLine, taxes: readonly TaxLine[], amount: (minor: Minor) => string): XmlNode {
  const { exempt, class: classed = 'S1', regime = '01' } = WITHOUT_TAX[code] ?? {};
  const isTaxed = !exempt && classed !== 'N2';
  const rate: XmlNode[] = [['sf:TipoImpositivo', classed === 'S2' ? '0' : percent]];
  return [
    'sf:DetalleDesglose',
    [
      ['sf:Impuesto', '01'],
      ['sf:ClaveRegimen', regime],
      exempt ? ['sf:OperacionExenta', exempt] : ['sf:CalificacionOperacion', classed],
      ...(isTaxed ? rate : []),
      ['sf:BaseImponibleOimporteNoSujeto', amount(base)],
      ...(isTaxed ? ([['sf:CuotaRepercutida', amount(tax)]] as XmlNode[]) : []),
      ...surchargeNodes(surchargeOf(code, percent), taxes, amount),
    ],
  ];
}

function surchargeNodes(own: ReturnType<typeof surchargeOf>, taxes: readonly TaxLine[], amount: (minor: Minor) => string): XmlNode[] {
  const surcharge = own && taxes.find(({ code, percent }) => code === own.code && percent === own.percent);
  return surcharge
    ? [
        ['sf:TipoRecargoEquivalencia', surcharge.percent],
        ['sf:CuotaRecargoEquivalencia', amount(surcharge.tax)],
      ]
    : [];
}
