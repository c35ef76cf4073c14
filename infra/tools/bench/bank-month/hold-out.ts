import type { Chance } from '../../seed/chance.ts';
import { typo } from './noise.ts';
import type { MonthProfile } from './profile.ts';

/**
 * Another bank, other payers and another mix of lines. Written before the engine was tuned on anything, and looked at for figures
 * alone: its seeds are fixed, and no weight is chosen by it.
 */
const FIRST = ['Montserrat', 'Iker', 'Ainhoa', 'Xavier', 'Uxía', 'Brais', 'Miren', 'Gorka', 'Oriol', 'Sabela', 'Hans', 'Giulia'];
const SURNAMES = ['Etxeberria', 'Puig', 'Vilanova', 'Castro', 'Souto', 'Aguirre', 'Roca', 'Bosch', 'Mendoza', 'Quiroga', 'Weber', 'Rossi'];
const TRADES = [
  'Forn',
  'Taberna',
  'Gráficas',
  'Electricidad',
  'Jatetxea',
  'Viveros',
  'Óptica',
  'Talleres Mecánicos',
  'Agrícola',
  'Imprenta',
];
const PLACES = [
  'de l’Eixample',
  'Donostia',
  'Costa da Morte',
  'Penedès',
  'Bidasoa',
  'Valle del Jerte',
  'Ría de Arousa',
  'Montsant',
  'Urola',
];
const FORMS = ['S.COOP.', 'SCCL', 'S.L.', 'SL', 'S.A.U.', 'C.B.', 'GmbH', 'S.r.l.'];

function name(chance: Chance): string {
  const [one, other] = [chance.pick(SURNAMES), chance.pick(SURNAMES)];
  if (chance.happens(20)) return `${chance.pick(FIRST)} ${one} ${other}`;
  return chance.pick([
    `${chance.pick(TRADES)} ${chance.pick(PLACES)}`,
    `${chance.pick(TRADES)} ${one}`,
    `${one} & ${other}`,
    `${chance.pick(TRADES)} ${one} ${chance.pick(PLACES)}`,
    `Hijos de ${one} ${other}`,
  ]);
}

/** As this bank prints it: mixed case, surnames first for people, no punctuation, cut at 32. */
function printed(chance: Chance, full: string): string {
  const words = full.split(' ');
  let text = FIRST.includes(words[0] ?? '') && chance.happens(70) ? `${words.slice(1).join(' ')} ${words[0]}` : full;
  if (chance.happens(60)) text = text.replace(/,? (S\.?COOP\.|SCCL|S\.?L\.?|S\.?A\.?U\.?|C\.?B\.?|GmbH|S\.r\.l\.)$/, '');
  if (chance.happens(30)) text = text.replaceAll(/[.,’&]/g, ' ').replaceAll(/ +/g, ' ');
  if (chance.happens(50))
    text = text
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')
      .toUpperCase();
  if (chance.happens(7)) text = typo(chance, text);
  return text.slice(0, chance.pick([24, 32, 32, 140])).trim();
}

function number(chance: Chance, full: string): string {
  const [series = '', count = ''] = full.split('-');
  return chance.pick([
    full,
    full.toLowerCase(),
    `${series}.${count}`,
    `${series} n.${Number(count)}`,
    String(Number(count)),
    `${series}${count}`,
    full,
  ]);
}

const WORDS = ['Transferencia recibida', 'TRANSF SEPA', 'Abono', 'Bizum empresa', 'TRANSFERENCIA INMEDIATA', 'Cobro'];
const BEFORE = ['Fra:', 'factura nº', 'Pago factura', 'facturas', 'Concepto: fra', 'liquidación', ''];
const NOTHING = ['Gracias', 'pago', 'Concepto: varios', 'según presupuesto', 'Septiembre', 'servicios prestados', 'resto', ''];

export const HOLD_OUT: MonthProfile = {
  start: '2026-09-01',
  shares: [
    ...([
      ['single', 240],
      ['bill', 120],
      ['several', 70],
      ['netted', 30],
      ['partial', 60],
      ['two-lines', 40],
    ] as const),
    ...([
      ['equal', 16],
      ['fee', 20],
      ['fx', 10],
      ['other-payer', 25],
      ['cents', 15],
      ['run', 50],
    ] as const),
    ...([
      ['transfer', 50],
      ['pos', 30],
      ['rule', 150],
      ['duplicate', 6],
      ['nonsense', 75],
    ] as const),
  ],
  name,
  forms: FORMS,
  printed,
  number,
  text: (chance, { name: told, numbers }) => {
    const what =
      numbers.length === 0 ? chance.pick(NOTHING) : `${chance.pick(BEFORE)} ${numbers.join(chance.pick([' i ', '; ', ' ', ' - ', ',']))}`;
    return [chance.pick(WORDS), told && `${chance.pick(['Ordenante ', 'de: ', ''])}${told}`, what].filter(Boolean).join(' ').trim();
  },
  parts: [10, 20, 33, 40, 50, 60, 80],
  namesInPart: 65,
  ibanTold: 45,
  transfers: {
    words: ['Traspaso a cuenta 0049', 'TRASPASO INTERNO', 'Transferencia entre cuentas', 'TRASPASO DE FONDOS', 'Traspàs'],
    before: { in: ['TRANSF SEPA DE', 'Abono de', 'Ordenante'], out: ['Transferencia a favor de', 'Transf. inm. a', 'Beneficiario'] },
    plain: {
      in: ['Transferencia recibida', 'TRANSF SEPA', 'Abono'],
      out: ['Transferencia emitida', 'TRANSF SEPA', 'Cargo por transferencia'],
    },
    concepts: [
      'Concepto: fondos septiembre',
      'aportación a tesorería',
      'Concepto: ahorro',
      'pagos de la semana',
      'reposición',
      'Seguros sociales',
    ],
  },
  rules: [
    {
      id: 'fee',
      conditions: { direction: 'out', texts: ['comis'] },
      texts: ['Comisión de mantenimiento', 'COMIS. EMISION TRANSF'],
      from: 100,
      to: 4000,
    },
    { id: 'interest', conditions: { direction: 'out', texts: ['liq*interes'] }, texts: ['Liq. intereses deudores'], from: 50, to: 9000 },
    {
      id: 'tax',
      conditions: { direction: 'out', texts: ['aeat', 'agencia tributaria'] },
      texts: ['AEAT 111', 'Agencia Tributaria mod. 303'],
      from: 20_000,
      to: 900_000,
    },
    {
      id: 'tgss',
      conditions: { direction: 'out', texts: ['tesoreria*seg', 'tgss'] },
      texts: ['TESORERIA GRAL SEG SOCIAL', 'TGSS REGIMEN GENERAL'],
      from: 20_000,
      to: 900_000,
    },
    {
      id: 'payroll',
      conditions: { direction: 'out', texts: ['nomina'] },
      texts: ['Nómina septiembre', 'NOMINAS 09-26'],
      from: 90_000,
      to: 300_000,
    },
  ],
};

/** Looked at line by line on 2026-12-01, to see what stays with people and why: no hold-out any more. */
export const SEEN_SEEDS = ['reserva-1', 'reserva-2', 'reserva-3', 'reserva-4', 'reserva-5'] as const;
/** The same bank in months that nobody has looked into: figures alone. */
export const HOLD_OUT_SEEDS = ['reserva-6', 'reserva-7', 'reserva-8', 'reserva-9', 'reserva-10'] as const;
