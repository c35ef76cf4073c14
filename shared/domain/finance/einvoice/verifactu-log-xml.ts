import { minorText } from '#kernel/money.ts';
import { cut } from '#kernel/text.ts';
import { type XmlNode, xmlFile } from '#kernel/xml-writer.ts';
import type { LogAbout, LogEntry, LogSystem } from './verifactu-log.ts';
import type { StoredVerifactu } from './verifactu-record.ts';
import { AEAT_SCHEMAS, aeatDay, systemNode } from './verifactu-xml.ts';

/** An event as it is written: with the records, or events, that it is about. */
export interface EventToWrite {
  readonly entry: LogEntry;
  readonly records?: readonly [first: StoredVerifactu | undefined, last: StoredVerifactu | undefined];
  readonly events?: readonly [first: LogEntry | undefined, last: LogEntry | undefined];
}

/** One event by itself by AEAT's schema (EventosSIF.xsd), as it is signed: the signature comes last in `Evento`. */
export function eventFile(of: EventToWrite, system: LogSystem): string {
  const { entry } = of;
  const { type, at, issuer, name, previous, hash } = entry;
  const own = ownNode(of);
  return xmlFile([
    'sf:RegistroEvento',
    [
      ['sf:IDVersion', '1.0'],
      [
        'sf:Evento',
        [
          systemNode({ ...system, name, taxId: issuer }),
          [
            'sf:ObligadoEmision',
            [
              ['sf:NombreRazon', cut(name, 120)],
              ['sf:NIF', issuer],
            ],
          ],
          ['sf:FechaHoraHusoGenEvento', at],
          ['sf:TipoEvento', type],
          own && ['sf:DatosPropiosEvento', [own]],
          [
            'sf:Encadenamiento',
            previous
              ? [
                  [
                    'sf:EventoAnterior',
                    [
                      ['sf:TipoEvento', previous.type],
                      ['sf:FechaHoraHusoGenEvento', previous.at],
                      ['sf:HuellaEvento', previous.hash],
                    ],
                  ],
                ]
              : [['sf:PrimerEvento', 'S']],
          ],
          ['sf:TipoHuella', '01'],
          ['sf:HuellaEvento', hash],
        ],
      ],
    ],
    { 'xmlns:sf': `${AEAT_SCHEMAS}/EventosSIF.xsd` },
  ]);
}

/** What an event says of itself, where its type has anything to say. */
function ownNode({ entry: { type, about = {} }, records = [undefined, undefined], events = [undefined, undefined] }: EventToWrite) {
  const [first, last] = records;
  switch (type) {
    case '03':
      return ['sf:LanzamientoProcesoDeteccionAnomaliasRegFacturacion', checkNodes(about)] as const;
    case '04':
      return [
        'sf:DeteccionAnomaliasRegFacturacion',
        [['sf:TipoAnomalia', about.anomaly ?? '90'], first && ['sf:RegistroFacturacionAnomalo', documentNodes(first)]],
      ] as XmlNode;
    case '08':
      return [
        'sf:ExportacionRegFacturacionPeriodo',
        [
          ...periodNodes(first?.at, last?.at),
          ...recordNodes(first, last),
          ...sumNodes(about, 'Exportados'),
          keptNode('RegistrosFacturacionExportados'),
        ],
      ] as XmlNode;
    case '09':
      return ['sf:ExportacionRegEventoPeriodo', exportedEventNodes(about, events)] as XmlNode;
    case '10':
      return [
        'sf:ResumenEventos',
        [
          ...(about.events ?? []).map(
            ({ type: of, count }): XmlNode => [
              'sf:TipoEvento',
              [
                ['sf:TipoEvento', of],
                ['sf:NumeroDeEventos', String(count)],
              ],
            ],
          ),
          ...recordNodes(first, last),
          ...sumNodes(about, 'Generados'),
        ],
      ] as XmlNode;
    default:
      return undefined;
  }
}

/** A check works out hashes and chain; signatures and dates it does not look at. */
const checkNodes = ({ count = 0 }: LogAbout): XmlNode[] => [
  ['sf:RealizadoProcesoSobreIntegridadHuellasRegFacturacion', 'S'],
  ['sf:NumeroDeRegistrosFacturacionProcesadosSobreIntegridadHuellas', String(count)],
  ['sf:RealizadoProcesoSobreIntegridadFirmasRegFacturacion', 'N'],
  ['sf:RealizadoProcesoSobreTrazabilidadCadenaRegFacturacion', 'S'],
  ['sf:NumeroDeRegistrosFacturacionProcesadosSobreTrazabilidadCadena', String(count)],
  ['sf:RealizadoProcesoSobreTrazabilidadFechasRegFacturacion', 'N'],
];

const documentNodes = ({ issuer, number, date }: StoredVerifactu): XmlNode[] => [
  ['sf:IDEmisorFactura', issuer],
  ['sf:NumSerieFactura', number],
  ['sf:FechaExpedicionFactura', aeatDay(date)],
];
const recordNodes = (first: StoredVerifactu | undefined, last: StoredVerifactu | undefined): XmlNode[] =>
  first && last
    ? [
        ['sf:RegistroFacturacionInicialPeriodo', [...documentNodes(first), ['sf:Huella', first.hash]]],
        ['sf:RegistroFacturacionFinalPeriodo', [...documentNodes(last), ['sf:Huella', last.hash]]],
      ]
    : [];
const sumNodes = ({ issues = 0, tax = 0, total = 0, cancellations = 0 }: LogAbout, what: 'Exportados' | 'Generados'): XmlNode[] => [
  [`sf:NumeroDeRegistrosFacturacionAlta${what}`, String(issues)],
  ['sf:SumaCuotaTotalAlta', minorText(tax)],
  ['sf:SumaImporteTotalAlta', minorText(total)],
  [`sf:NumeroDeRegistrosFacturacionAnulacion${what}`, String(cancellations)],
];
const periodNodes = (from = '', until = ''): XmlNode[] => [
  ['sf:FechaHoraHusoInicioPeriodoExport', from],
  ['sf:FechaHoraHusoFinPeriodoExport', until],
];
/** What was exported is kept all the same. */
const keptNode = (what: string): XmlNode => [`sf:${what}DejanDeConservarse`, 'N'];

const eventNodes = ({ type, at, hash }: LogEntry): XmlNode[] => [
  ['sf:TipoEvento', type],
  ['sf:FechaHoraHusoEvento', at],
  ['sf:HuellaEvento', hash],
];
function exportedEventNodes({ count = 0 }: LogAbout, [first, last]: NonNullable<EventToWrite['events']>): XmlNode[] {
  if (!first || !last) return [];
  return [
    ...periodNodes(first.at, last.at),
    ['sf:RegistroEventoInicialPeriodo', eventNodes(first)],
    ['sf:RegistroEventoFinalPeriodo', eventNodes(last)],
    ['sf:NumeroDeRegEventoExportados', String(count)],
    keptNode('RegEventoExportados'),
  ];
}
