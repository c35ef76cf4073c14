import { monthDays } from '#domain/hr/payroll/pay-terms.ts';
import type { StoredPayRun } from '#domain/hr/payroll/payroll-run.ts';
import type { StoredPayslip } from '#domain/hr/payroll/payslip-record.ts';
import { CONTRIBUTION_WORDS_ES, EARNING_WORDS_ES, NOT_WAGES } from '#domain/hr/payroll/payslip-words-es.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import { earliest, latest } from '#kernel/date.ts';
import { type Minor, minorText } from '#kernel/money.ts';
import { dateText, moneyText, numberText } from '#runtime/paper/figures.ts';
import type { Block, Paper, PaperLogo } from '#runtime/paper/paper.ts';

type Slip = StoredPayslip;
type Row = readonly string[];
const money = (amount: Minor): string => moneyText('es', amount);
const percent = (rate: string): string => `${numberText('es', rate, 2)}\u00a0%`;

/** A table whose rows stand under headings. */
class Rows {
  readonly rows: Row[] = [];
  readonly levels: number[] = [];
  add(level: number, ...rows: Row[]): this {
    for (const row of rows) {
      this.rows.push(row);
      this.levels.push(level);
    }
    return this;
  }
}

/** The lines of the month and of months before, each with the month of which it is where that is another. */
const monthsOf = ({ earnings, contributions, arrears = [] }: Slip) => [
  { of: '', earnings, contributions },
  ...arrears.map(({ month, ...late }) => ({ of: ` (atrasos de ${month})`, ...late })),
];

/** What of a concept of the company's own is left out of bases. */
function freeOf(contributes: boolean | undefined, taxed: boolean | undefined): string {
  const of = [...(contributes === false ? ['no cotiza'] : []), ...(taxed === false ? ['no tributa'] : [])];
  return of.length > 0 ? ` (${of.join(', ')})` : '';
}

function earned(slip: Slip): Block {
  const all = monthsOf(slip).flatMap(({ of, earnings }) => earnings.map((each) => ({ ...each, of })));
  const row = ({ kind, text, of, days, percent: rate, amount, contributes, taxed }: (typeof all)[number]): Row => [
    `${EARNING_WORDS_ES[kind]}${text ? `: ${text}` : ''}${rate ? ` (${percent(rate)} de la base)` : ''}${freeOf(contributes, taxed)}${of}`,
    days === undefined ? '' : String(days).replace('.', ','),
    money(amount),
  ];
  const wages = all.filter(({ kind }) => !NOT_WAGES.has(kind));
  const others = all.filter(({ kind }) => NOT_WAGES.has(kind));
  const table = new Rows()
    .add(1, ['I. DEVENGOS', '', ''])
    .add(2, ['1. Percepciones salariales', '', ''])
    .add(3, ...wages.map(row));
  if (others.length > 0) table.add(2, ['2. Percepciones no salariales', '', '']).add(3, ...others.map(row));
  table.add(1, ['A. TOTAL DEVENGADO', '', money(slip.gross)]);
  return {
    kind: 'lines',
    columns: [
      { label: 'Concepto', share: 1 },
      { label: 'Días', align: 'right', soft: true },
      { label: 'Importe', align: 'right' },
    ],
    rows: table.rows,
    levels: table.levels,
  };
}

/** Lines with what each is of, at which rate and by which norm. @param last what the last column is of. */
const ratedLines = ({ rows, levels }: Rows, last: string): Block => ({
  kind: 'lines',
  columns: [
    { label: 'Concepto', share: 1 },
    { label: 'Base', align: 'right' },
    { label: 'Tipo', align: 'right' },
    { label: 'Norma', soft: true },
    { label: last, align: 'right' },
  ],
  rows,
  levels,
});

/** What is taken off, sum by sum. */
export const deductedOf = ({ worker, withheld, advance, inKind, garnished }: Slip): Minor =>
  worker + withheld + advance + inKind + garnished;

function deducted(slip: Slip): Block {
  const ofWorker = monthsOf(slip).flatMap(({ of, contributions }) =>
    contributions
      .filter(({ worker }) => worker !== 0)
      .map(
        ({ kind, base, rate, worker, norm }): Row => [
          ...[`${CONTRIBUTION_WORDS_ES[kind]}${of}`, money(base), percent(rate.worker), norm, money(worker)],
        ],
      ),
  );
  const table = new Rows()
    .add(1, ['II. DEDUCCIONES', '', '', '', ''])
    .add(2, ['1. Aportación del trabajador a la Seguridad Social', '', '', '', ''])
    .add(3, ...ofWorker)
    .add(2, ['Total aportaciones', '', '', '', money(slip.worker)])
    .add(2, [
      '2. Impuesto sobre la renta de las personas físicas',
      ...[money(slip.taxed), percent(minorText(slip.rate.value)), 'RIRPF arts. 80 a 88', money(slip.withheld)],
    ])
    .add(2, ['3. Anticipos', '', '', '', money(slip.advance)])
    .add(2, ['4. Valor de los productos recibidos en especie', '', '', '', money(slip.inKind)])
    .add(2, ['5. Otras deducciones', '', '', '', money(slip.garnished)]);
  if (slip.garnished > 0) table.add(3, ['Embargo judicial o administrativo', '', '', slip.garnishedBy ?? '', money(slip.garnished)]);
  table.add(1, ['B. TOTAL A DEDUCIR', '', '', '', money(deductedOf(slip))]);
  return ratedLines(table, 'Importe');
}

/** What the bases are made of, and what the company contributes by them. */
function bases(slip: Slip): Block {
  const ofCompany = monthsOf(slip).flatMap(({ of, contributions }) =>
    contributions.map(
      ({ kind, base, rate, company, norm }): Row => [
        ...[`${CONTRIBUTION_WORDS_ES[kind]}${of}`, money(base), percent(rate.company), norm, money(company)],
      ],
    ),
  );
  const parts = (slip.bases ?? []).flatMap(({ group, pay, extraPays, absences, days }): Row[] => {
    const of = (slip.bases ?? []).length > 1 ? ` (grupo ${group}, ${days} días)` : '';
    return [
      [`Remuneración mensual${of}`, money(pay), '', '', ''],
      [`Prorrata de pagas extraordinarias${of}`, money(extraPays), '', '', ''],
      ...(absences === 0 ? [] : [[`Días de incapacidad o permiso${of}`, money(absences), '', '', ''] as Row]),
    ];
  });
  const table = new Rows()
    .add(1, ['BASES DE COTIZACIÓN Y APORTACIÓN DE LA EMPRESA', '', '', '', ''])
    .add(3, ...parts, ...ofCompany)
    .add(2, ['Total aportación de la empresa', '', '', '', money(slip.company)])
    .add(2, ['Base sujeta a retención del IRPF', money(slip.taxed), '', '', ''])
    .add(2, ['Coste total para la empresa', '', '', '', money(slip.cost)]);
  return ratedLines(table, 'Empresa');
}

/** All of the receipt below its head. */
function blocksOf(slip: Slip, run: StoredPayRun): Block[] {
  return [
    earned(slip),
    deducted(slip),
    {
      kind: 'closing',
      summary: {
        columns: [{ label: 'Forma de pago', share: 1 }],
        rows: [[slip.iban ? `Transferencia a ${slip.iban}` : 'Sin cuenta: se paga a mano'], [`Fecha de pago ${dateText(run.payDate)}`]],
      },
      sums: [
        ['A. Total devengado', money(slip.gross)],
        ['B. Total a deducir', money(deductedOf(slip))],
      ],
      total: ['LÍQUIDO TOTAL A PERCIBIR (A − B)', money(slip.payable)],
    },
    bases(slip),
    {
      kind: 'remarks',
      pairs: [
        ['Firma y sello de la empresa', '______________________________'],
        [
          'Recibí',
          slip.received
            ? `Recibido y leído por ${slip.received.by} el ${dateText(slip.received.at.slice(0, 10))}`
            : '______________________________',
        ],
      ],
    },
  ];
}

interface Printed {
  readonly slip: Slip;
  readonly run: StoredPayRun;
  readonly company: StoredCompany;
  readonly logo?: PaperLogo | undefined;
  /** The last day that was worked, of who left. */
  readonly endDate?: string | undefined;
}

/** A payslip as the receipt of wages that the worker is given. Source: Orden ESS/2098/2014, annex. */
export function payslipPaper({ slip, run, company, logo, endDate }: Printed): Paper {
  const { from, to } = monthDays(slip.month);
  const [first, last] = [latest(from, slip.startDate), earliest(to, endDate ?? to)];
  const days = slip.bases?.reduce((sum, each) => sum + each.days, 0);
  const { address } = company;
  const employer = run.employer ?? {
    name: company.name,
    taxId: company.taxId,
    address: `${address.street}, ${address.postalCode} ${address.city}`,
  };
  const { language: _, ...colours } = styleOf(company.paper);
  return {
    ...{
      language: 'es',
      title: 'Recibo de salarios',
      dense: true,
      number: slip.month,
      at: new Date(slip.history[0]?.at ?? `${to}T00:00:00Z`),
    },
    letterhead: {
      ...{ name: employer.name, lines: [`CIF ${employer.taxId} · ${employer.address}`], ...colours },
      ...(logo ? { logo } : {}),
    },
    parties: [
      {
        label: 'Trabajador',
        name: slip.name,
        lines: [
          `NIF ${slip.taxId}`,
          ...(slip.socialSecurityNumber ? [`N.º de afiliación ${slip.socialSecurityNumber}`] : []),
          ...[slip.position, ...(slip.department ? [slip.department] : [])],
        ],
      },
    ],
    facts: [
      ...(slip.contributionAccount ? [['Código de cuenta de cotización', slip.contributionAccount] as const] : []),
      ['Grupo de cotización', slip.group],
      ['Antigüedad', dateText(slip.startDate)],
      ['Periodo de liquidación', `${dateText(first)} a ${dateText(last)}`],
      ...(days === undefined ? [] : [['Total de días', String(days)] as const]),
    ],
    blocks: blocksOf(slip, run),
    foot: [employer.name, employer.taxId, `${slip.name}, ${slip.month}`],
  };
}
