import type { ActionUse } from './actions.ts';
import type { BankHistoryFigures } from './bank-history.ts';
import { type BookFigures, bookExponent } from './books.ts';
import type { Bundle } from './bundles.ts';
import type { ConsoleSize } from './console.ts';
import { busyUse, dollars, type Prices, quietUse, type Use, useOf } from './cost.ts';
import type { Cycle, Step } from './cycle.ts';
import { exponentsOf, type Growth } from './growth.ts';
import type { Latency } from './latency.ts';
import type { RunFigures } from './payment-run.ts';
import type { Ties } from './ties.ts';

export const GOALS = {
  writeUnits: 16,
  transitions: 6,
  exponent: 0.05,
  inSequence: 4,
  kb: 350,
  importMs: 60,
  floor: 14.3,
  consoleKb: 250,
} as const;

const number = (value: number, digits = 1): string => (Number.isInteger(value) ? String(value) : value.toFixed(digits));
const cell = (value: number | string, width: number): string =>
  typeof value === 'number' ? number(value).padStart(width) : value.padEnd(width);

/** A table in plain text: the first column to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => cell(row[i] ?? '', 0).length)));
  const line = (row: readonly (string | number)[]): string =>
    `  ${row.map((value, i) => (i === 0 ? String(value).padEnd(widths[i] ?? 0) : cell(typeof value === 'string' ? value.padStart(widths[i] ?? 0) : value, widths[i] ?? 0))).join('  ')}`;
  return [line(head), ...rows.map(line)].join('\n');
}

/** Steps of the same name as one row. */
const byName = (steps: readonly Step[]): Map<string, Step[]> => Map.groupBy(steps, (step) => step.name);

const kinds = (steps: readonly Step[]): string =>
  [
    ...Map.groupBy(
      steps.filter((s) => s.by !== 'machine').flatMap((s) => s.calls),
      (call) => call.name,
    ),
  ]
    .map(([name, calls]) => `${calls.length} ${name}`)
    .join(', ');

const items = (steps: readonly Step[]): string =>
  steps.flatMap((s) => s.calls.flatMap((c) => (c.items ? [c.items] : []))).join(' + ') || '-';

function cycleTable({ lines, steps, states }: Cycle, projection: Use): string {
  const rows = [...byName(steps)].map(([name, some]) => {
    const use = useOf(some);
    return [name, use.writes, use.indexWrites, use.reads, items(some), use.calls, use.invocations];
  });
  const [busy, quiet] = [busyUse({ lines, steps, states }, projection), quietUse({ lines, steps, states })];
  const sum = (name: string, u: Use) => [name, u.writes, u.indexWrites, u.reads, '', u.calls, u.invocations];
  rows.push(sum('Total, busy day', busy), sum('Total, quiet day', quiet));
  const calls = [...byName(steps)].map(([name, some]) => `    ${name}: ${kinds(some) || 'by the state machine'}`);
  return [
    table([`${lines} line${lines > 1 ? 's' : ''}`, 'writes', 'index writes', 'reads', 'items', 'SDK calls', 'Lambdas'], rows),
    `  Transitions: ${states.length} (${states.join(', ')})`,
    ...calls,
  ].join('\n');
}

/** What each action calls, those first that wait longest. */
export function actionsText(actions: readonly ActionUse[]): string {
  const rows = [...actions]
    .sort((a, b) => b.inSequence - a.inSequence || b.calls - a.calls)
    .map(({ name, inSequence, calls, reads, writes, indexWrites }) => [name, inSequence, calls, reads, writes, indexWrites]);
  const many = actions.filter(({ inSequence }) => inSequence > GOALS.inSequence).length;
  return [
    table(['Action', 'in sequence', 'calls', 'reads', 'writes', 'index writes'], rows),
    `  ${many} of ${actions.length} actions make more than ${GOALS.inSequence} calls one after the other.`,
  ].join('\n');
}

/** The largest item of each kind that a cycle writes. */
export function sizesOf({ steps }: Cycle): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { sizes: some } of steps.flatMap((step) => step.calls))
    for (const [kind, bytes] of some) sizes.set(kind, Math.max(sizes.get(kind) ?? 0, bytes));
  return sizes;
}

/** Calls whose units the emulator reports, and how many of them differ from ours. */
export function crossCheck(cycles: readonly Cycle[]): string {
  const calls = cycles.flatMap(({ steps }) => steps.flatMap((step) => step.calls)).filter((call) => call.writes + call.reads > 0);
  const reported = calls.filter((call) => call.reported !== undefined);
  const other = reported.filter((call) => Math.abs((call.reported ?? 0) - call.writes - call.indexWrites - call.reads) > 1e-6);
  const names = [...Map.groupBy(other, (call) => call.name)].map(([name, some]) => {
    const [ours, theirs] = [
      some.reduce((n, c) => n + c.writes + c.indexWrites + c.reads, 0),
      some.reduce((n, c) => n + (c.reported ?? 0), 0),
    ];
    return `${some.length} ${name} (ours ${number(ours)}, reported ${number(theirs)})`;
  });
  return `  ConsumedCapacity: reported for ${reported.length} of ${calls.length} calls; ${reported.length - other.length} agree${other.length > 0 ? `; differ: ${names.join(', ')}` : ''}.`;
}

export function countsText(cycles: readonly Cycle[], projection: Use): string {
  const one = cycles[0] as Cycle;
  const use = busyUse(one, projection);
  const sizes = [...sizesOf(one)].map(([kind, bytes]) => `${kind} ${bytes}`).join(', ');
  return [
    ...cycles.map((cycle) => `${cycleTable(cycle, projection)}\n`),
    `  Bytes of the items of a one-line order at their largest: ${sizes}.`,
    crossCheck(cycles),
    `  One line: ${number(use.writes + use.indexWrites)} write units (${number(use.writes)} table + ${number(use.indexWrites)} indexes); goal ≤ ${GOALS.writeUnits}; derived floor ${GOALS.floor}.`,
    `  Transitions: ${one.states.length}; goal ≤ ${GOALS.transitions}.`,
    `  Above the floor: ${aboveFloor(one, projection)}.`,
  ].join('\n');
}

/** Of what the difference to the derived floor consists. The floor: order, stock; order, stock, invoice; receipt, invoice; projection. */
function aboveFloor({ steps }: Cycle, projection: Use): string {
  const of = (name: string): number => useOf(steps.filter((step) => step.name === name)).writes;
  const commits = of('Place') + of('Ship and invoice') + of('Pay');
  const index = useOf(steps).indexWrites;
  return [
    `period gates 4 (one a posting, 2 units each)`,
    `second kilobytes of larger items ${number(commits - 18)}`,
    `indexes ${number(index)}`,
    `waits of the execution ${number(of('Wait'))}`,
    `closing ${number(of('Close'))}`,
    `projection ${number(projection.writes, 2)} against 0.18`,
  ].join(', ');
}

export function costText(prices: Prices, cycles: readonly Cycle[], projection: Use): string {
  const columns = cycles.map((cycle) => dollars(prices, busyUse(cycle, projection), cycle.states.length));
  const quiet = dollars(prices, quietUse(cycles[0] as Cycle), cycles[0]?.states.length ?? 0);
  const rows = Object.keys(quiet).map((service) => [
    service,
    ...columns.map((c) => (c[service] ?? 0).toFixed(4)),
    (quiet[service] ?? 0).toFixed(4),
  ]);
  return [
    `US$ per 1,000 orders (${prices.region}, prices of ${prices.asOf})`,
    table(['', ...cycles.map((c) => `${c.lines} line${c.lines > 1 ? 's' : ''}`), '1 line, quiet day'], rows),
  ].join('\n');
}

export function growthText(growth: readonly Growth[]): string {
  const groups = Map.groupBy(growth, (row) => row.action);
  const rows = growth.map((g) => [g.action, g.records, g.calls, g.writes, g.reads, g.ms]);
  const fits = [...groups].map(([action, some]) => {
    const { calls, writes, reads, ms } = exponentsOf(some);
    const worst = Math.max(calls, writes, reads);
    return `  ${action}: exponent ${worst.toFixed(3)} by counts (calls ${calls.toFixed(3)}, writes ${writes.toFixed(3)}, reads ${reads.toFixed(3)}), goal ≤ ${GOALS.exponent}; by milliseconds ${ms.toFixed(2)}`;
  });
  return [
    table(['', 'records', 'SDK calls', 'writes', 'reads', 'ms'], rows),
    ...fits,
    '  Milliseconds are the emulator’s: it looks through its tables row by row, DynamoDB does not. Counts are what grows on AWS.',
  ].join('\n');
}

export function booksText(figures: readonly BookFigures[]): string {
  const groups = Map.groupBy(figures, (row) => row.action);
  const rows = figures.map((f) => [f.action, f.entries, f.calls, f.writes, f.reads, f.ms, f.usdPerThousand.toFixed(4)]);
  const fits = [...groups].map(([action, some]) => `  ${action}: exponent ${bookExponent(some).toFixed(3)}, goal ≤ ${GOALS.exponent}`);
  return [
    table(['', 'entries', 'SDK calls', 'writes', 'reads', 'ms', 'US$/1,000'], rows),
    ...fits,
    '  Goal of reads: 140. Balances were made by the projection’s own arithmetic; milliseconds are the emulator’s.',
  ].join('\n');
}

export function runText({ bills, steps, transitions, usd }: RunFigures): string {
  const total = (of: 'calls' | 'writes' | 'reads' | 'ms') => steps.reduce((sum, step) => sum + step[of], 0);
  const rows = steps.map((s) => [s.name, s.calls, s.writes, s.reads, s.ms]);
  return [
    table(['', 'SDK calls', 'writes', 'reads', 'ms'], [...rows, ['All', total('calls'), total('writes'), total('reads'), total('ms')]]),
    `  A payment run of ${bills} bills: ${transitions} transitions, US$ ${usd.toFixed(5)}; the index of open work and the projection of its entries follow.`,
  ].join('\n');
}

/** Goals of the wish: a statement of 10,000 lines within five minutes, a rule on 50,000 lines within one. */
export function bankText({ read, taken, takenLast, tests }: BankHistoryFigures): string {
  const rows = tests.map((t) => [t.lines, t.takes, t.seconds.toFixed(1), t.calls, t.reads, t.writes, (t.reads / t.lines).toFixed(2)]);
  return [
    `  A statement of 10,000 lines: ${read.toFixed(1)} s to read and prove, ${taken.toFixed(0)} s to take (${takenLast.toFixed(0)} s with 40,000 lines there); the goal is 300 s.`,
    '  A rule tested on lines of the past; the goal is 60 s for 50,000:',
    table(['lines', 'takes', 's', 'SDK calls', 'reads', 'writes', 'reads a line'], rows),
  ].join('\n');
}

export const tiesText = ({ entries, vatLines, hledger, seconds }: Ties): string =>
  `  ${entries} postings: trial balance, statements, export by account, currency and month${hledger ? ' (also as hledger adds it up)' : ''}, and form 303 with its ${vatLines} lines of VAT agree to the cent; ${seconds.posting.toFixed(0)} s to post, ${seconds.reading.toFixed(0)} s to read.`;

export const bundlesText = (bundles: readonly Bundle[]): string =>
  [
    table(
      ['', 'KB', 'import ms', 'CPU ms', ''],
      bundles.map((b) => [b.name, b.kb, b.importMs, b.cpuMs, b.kb > GOALS.kb || b.importMs > GOALS.importMs ? 'over' : '']),
    ),
    `  Import beyond that of an empty module; goals ≤ ${GOALS.kb} KB and ≤ +${GOALS.importMs} ms. On a busy machine look at the processor time.`,
  ].join('\n');

export const latencyText = (latency: readonly Latency[]): string =>
  [
    table(
      ['', 'median ms', 'p95 ms', 'per second', 'samples'],
      latency.map((l) => [l.what, l.median, l.p95, l.perSecond.toFixed(2), l.samples]),
    ),
    '  For comparison, Tryton 6.0 on PostgreSQL, two cores: 2,180 ms for that cycle, 0.5–0.9 cycles/s for four clients; a journal entry',
    '  113 ms; a trial balance 116, 203 and 661 ms at 1,000, 10,000 and 50,000 entries.',
  ].join('\n');

export function consoleText({ first, later }: ConsoleSize): string {
  const kb = (bytes: number): string => (bytes / 1024).toFixed(1);
  const over = first.scripts / 1024 > GOALS.consoleKb;
  return [
    table(
      ['', 'scripts KB', 'styles KB', 'files'],
      [first, ...later].map((l) => [l.name, kb(l.scripts), kb(l.styles), l.files]),
    ),
    `  Compressed (gzip). Scripts of the first view: ${first.scripts} bytes; goal ≤ ${GOALS.consoleKb} KB${over ? ': over' : ''}.`,
    '  Below it: what each screen adds when it is first opened.',
  ].join('\n');
}
