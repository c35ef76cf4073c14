import { join } from 'node:path';
import { ledger } from '#api/finance/ledger.ts';
import { Failure } from '../local/failure.ts';
import type { Endpoints } from '../local/outputs.ts';
import { ownCloud } from '../local/own-cloud.ts';
import { killChildren } from '../local/processes.ts';
import { Shutdown } from '../local/shutdown.ts';
import { Steps } from '../local/steps.ts';
import { workspace, writeJson } from '../local/workspace.ts';
import { batchOf, letFollowers } from './streams.ts';

const PARTS = [
  'local',
  'price',
  'matching',
  'scans',
  'console',
  'bundles',
  'latency',
  'counts',
  'calls',
  'growth',
  'books',
  'payments',
  'payroll',
  'banking',
  'bank-history',
  'rules',
  'documents',
  'ties',
  'screens',
] as const;
type Part = (typeof PARTS)[number];
const HELP = `Measures what an order costs, on an emulator of its own: npm run bench

  npm run bench                     everything (about five minutes)
  npm run bench -- counts growth    some of ${PARTS.join(', ')}
  npm run bench -- local            how long npm start takes, and what memory it holds
  npm run bench -- price            what each family of records costs: files, lines, actions, screens, lines per action
  npm run bench -- matching         months of bank lines against what is open: precision, recall, growth, by seed, without an emulator
  npm run bench -- scans            worn papers recognised: fields right, believed and wrong, time and memory, without an emulator
  npm run bench -- console          sizes of the console's files, without an emulator
  npm run bench -- calls            calls that each action makes, and how many of them one after the other
  npm run bench -- books        statements, forms 303, 111, 115, 190 and 180, and the year end with ledgers of 1,000 to 1,000,000 entries
  npm run bench -- payments     a payment run of 500 bills
  npm run bench -- payroll      pay runs of 10, 100 and 1,000 people, months replayed, previews
  npm run bench -- banking      months of 1,000 bank lines in the books of a company, from their statement to their entries
  npm run bench -- bank-history  a statement of 10,000 lines taken, and a rule tested on 50,000 lines
  npm run bench -- rules        bursts of orders against twenty rules: none lost, none twice, units and invocations
  npm run bench -- documents    a document of each kind, from its announcement to its draft: units, transitions, US$, time and memory of reading
  npm run bench -- ties         a company of 20,000 postings: statements, export and form 303 agree to the cent, or it fails
  npm run bench -- screens          requests of each screen, and a list of 10,000 orders scrolled
  TRASTIENDA_KEEP=1 npm run bench   leaves the emulator running for the next such run

Writes .local/bench/report.json. But for \`ties\` nothing here passes or fails: goals are printed beside the figures.
`;
const PROJECTED_ORDERS = 100;
const space = workspace('bench');

/** The same variables that AWS sets in a Lambda: handlers called in this process find the deployed table by them. */
function asLambda(cloud: Endpoints): void {
  Object.assign(process.env, {
    LOG: process.env.LOG ?? 'off',
    AWS_ENDPOINT_URL: cloud.endpointUrl,
    AWS_REGION: cloud.region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    TABLE_RECORDS: cloud.tables.records,
    TABLE_USAGE: cloud.tables.usage,
    PERSON_KEY: cloud.keys.person,
    COMPANY_REQUESTS_A_SECOND: '10000',
    BUCKET_DOCUMENTS: cloud.buckets.documents,
    BUCKET_ISSUED: cloud.buckets.issued,
    BUCKET_REPORTS: cloud.buckets.reports,
    WORKFLOW_ORDER_TO_CASH: cloud.stateMachines['order-to-cash'],
  });
}

const show = (lines: string): void => console.log(`\n${lines}\n`);

/** What needs no cloud, or starts one of its own. */
async function measureFiles(parts: ReadonlySet<Part>, steps: Steps): Promise<object> {
  const report: Record<string, unknown> = {};
  if (parts.has('local')) {
    const { measureLocal, localText } = await import('./local.ts');
    const local = await steps.run('The local cloud', measureLocal);
    show(localText(local));
    report.local = local;
  }
  if (parts.has('price')) {
    const { measurePrices, pricesText } = await import('./price.ts');
    const prices = await measurePrices();
    show(pricesText(prices));
    report.price = prices;
  }
  if (parts.has('matching')) {
    const { measureMatching, matchingText } = await import('./matching.ts');
    const matching = measureMatching();
    show(matchingText(matching));
    report.matching = matching;
  }
  if (parts.has('scans')) {
    const { measureScans, scansText } = await import('./scans.ts');
    const scans = await steps.run('Scans and photos', () => measureScans());
    show(scansText(scans));
    report.scans = scans;
  }
  if (!parts.has('console')) return report;
  return steps.run('The console’s files', async () => {
    const [{ measureConsole }, { consoleText }] = [await import('./console.ts'), await import('./report.ts')];
    const size = await measureConsole();
    show(consoleText(size));
    return { ...report, console: size };
  });
}

/** Handlers and their clients are loaded after the environment is set: they read it as they start. */
async function measure(parts: ReadonlySet<Part>, cloud: Endpoints, steps: Steps): Promise<object> {
  const report: Record<string, unknown> = {};
  const text = await import('./report.ts');
  if (parts.has('bundles'))
    await steps.run('Bundles', async () => {
      const { measureBundles } = await import('./bundles.ts');
      report.bundles = await measureBundles();
      show(text.bundlesText(report.bundles as never));
    });
  const latency = await import('./latency.ts');
  const seen = parts.has('latency') ? await steps.run('The cycle over HTTP', () => latency.measureCycles(cloud)) : [];
  if (seen.length > 0) show(text.latencyText(seen));
  await letFollowers(cloud, 'rest');
  const { Meter } = await import('./meter.ts');
  const meter = new Meter();
  if (parts.has('counts')) Object.assign(report, await steps.run('Counts of an order', () => counts(meter, cloud)));
  if (parts.has('calls')) Object.assign(report, await steps.run('Calls of each action', () => calls(meter)));
  if (parts.has('growth')) {
    const { growth, books } = await steps.run('Growth', () => grow(meter, cloud));
    Object.assign(report, { growth });
    show(text.growthText(growth));
    show(text.latencyText(books));
    seen.push(...books);
  }
  if (parts.has('books'))
    await steps.run('Books of all sizes', async () => {
      const { measureBookSizes } = await import('./books.ts');
      const books = await measureBookSizes(meter);
      report.books = books;
      show(text.booksText(books));
    });
  if (parts.has('payments'))
    await steps.run('A payment run', async () => {
      const { measurePaymentRun } = await import('./payment-run.ts');
      const run = await measurePaymentRun(meter);
      report.paymentRun = run;
      show(text.runText(run));
    });
  if (parts.has('payroll')) report.payroll = await steps.run('Pay runs', () => pays(meter));
  await banks(parts, meter, steps, report);
  if (parts.has('documents')) report.documents = await steps.run('Documents that come in', () => papers(meter));
  if (parts.has('rules')) report.rules = await steps.run('Bursts of orders against rules', () => bursts(meter));
  if (parts.has('ties'))
    await steps.run('Books of 20,000 postings agree', async () => {
      const { measureTies } = await import('./ties.ts');
      const ties = await measureTies(meter);
      report.ties = ties;
      show(text.tiesText(ties));
    });
  if (parts.has('screens')) Object.assign(report, await steps.run('The console’s screens', () => screens(cloud)));
  if (seen.length > 0) report.latency = seen;
  return report;
}

/** Lines of banks: in the books, and gone through again. */
async function banks(
  parts: ReadonlySet<Part>,
  meter: import('./meter.ts').Meter,
  steps: Steps,
  report: Record<string, unknown>,
): Promise<void> {
  if (parts.has('banking'))
    await steps.run('Bank lines in the books', async () => {
      const { bankingText, measureBanking } = await import('./bank-lines.ts');
      const banking = await measureBanking(meter);
      report.banking = banking;
      show(bankingText(banking));
    });
  if (parts.has('bank-history'))
    await steps.run('Bank lines of the past', async () => {
      const { measureBankHistory } = await import('./bank-history.ts');
      const bank = await measureBankHistory(meter);
      report.bankHistory = bank;
      show((await import('./report.ts')).bankText(bank));
    });
}

async function bursts(meter: import('./meter.ts').Meter): Promise<object> {
  const { burstsText, measureBursts } = await import('./rule-burst.ts');
  const figures = await measureBursts(meter);
  show(burstsText(figures));
  return figures;
}

async function pays(meter: import('./meter.ts').Meter): Promise<object> {
  const { measurePayroll, payrollText } = await import('./pay-runs.ts');
  const figures = await measurePayroll(meter);
  show(payrollText(figures));
  return figures;
}

async function papers(meter: import('./meter.ts').Meter): Promise<object> {
  const { documentsText, measureDocuments } = await import('./documents.ts');
  const figures = await measureDocuments(meter);
  show(documentsText(figures));
  return figures;
}

async function screens(cloud: Endpoints): Promise<object> {
  const [{ measureScreens }, { screensText }] = [await import('./screens.ts'), await import('./screens-report.ts')];
  const seen = await measureScreens(cloud);
  show(screensText(seen));
  return { screens: seen };
}

async function counts(meter: import('./meter.ts').Meter, cloud: Endpoints): Promise<object> {
  const { CycleMeter, projectInBatches, playCycle } = await import('./cycle.ts');
  const { benchCompany, tenantOf } = await import('./company.ts');
  const cost = await import('./cost.ts');
  const text = await import('./report.ts');
  const cycles = [];
  for (const lines of [1, 3, 50]) {
    const company = await benchCompany(tenantOf(`l${lines}`), lines);
    // A company in use: the process knows the last number of the series.
    await playCycle(company, company.itemIds.slice(0, 1), '2026-11-16');
    meter.takeChanges();
    cycles.push(await new CycleMeter(meter, company).run(cloud, lines));
  }
  const projected = await projectInBatches(meter, PROJECTED_ORDERS, batchOf(ledger, 'projectBalances'));
  const projection = cost.scaled(cost.useOf(projected), 1 / PROJECTED_ORDERS);
  const prices = await cost.readPrices();
  show(text.countsText(cycles, projection));
  show(text.costText(prices, cycles, projection));
  return {
    cycles: cycles.map((cycle) => ({
      lines: cycle.lines,
      states: cycle.states,
      busy: cost.busyUse(cycle, projection),
      quiet: cost.quietUse(cycle),
      usdPerThousand: cost.dollars(prices, cost.busyUse(cycle, projection), cycle.states.length),
      itemBytes: Object.fromEntries(text.sizesOf(cycle)),
      steps: cycle.steps.map((step) => ({ name: step.name, by: step.by, ...cost.useOf([step]) })),
    })),
    projectionPerOrder: projection,
    prices: { asOf: prices.asOf, region: prices.region },
  };
}

async function calls(meter: import('./meter.ts').Meter): Promise<object> {
  const [{ measureActions }, { actionsText }] = [await import('./actions.ts'), await import('./report.ts')];
  const actions = await measureActions(meter);
  show(actionsText(actions));
  return { actions };
}

async function grow(meter: import('./meter.ts').Meter, cloud: Endpoints) {
  const { grownCompany, measureGrowth, SIZES } = await import('./growth.ts');
  const { measureBooks } = await import('./latency.ts');
  const [growth, books] = [[], []] as [import('./growth.ts').Growth[], import('./latency.ts').Latency[]];
  for (const size of SIZES) {
    const company = await meter.uncounted(() => grownCompany(size));
    growth.push(...(await measureGrowth(meter, company, size)));
    if (size >= 1000) books.push(...(await measureBooks(cloud, company.tenant, size)));
  }
  return { growth: growth.sort((a, b) => (a.action === b.action ? a.records - b.records : 0)), books };
}

function partsOf(args: readonly string[]): ReadonlySet<Part> {
  const unknown = args.filter((arg) => !PARTS.includes(arg as Part));
  if (unknown.length > 0) throw new Failure(`there is no part named ${unknown.join(', ')}: choose of ${PARTS.join(', ')}`);
  return new Set(args.length > 0 ? (args as readonly Part[]) : PARTS);
}

async function measureCloud(parts: ReadonlySet<Part>, steps: Steps, shutdown: Shutdown): Promise<object> {
  const keep = process.env.TRASTIENDA_KEEP === '1';
  const cloud = await ownCloud(space, { command: 'npm run bench', what: 'the measurements', keep, steps, shutdown });
  asLambda(cloud);
  return measure(parts, cloud, steps).finally(() => letFollowers(cloud, 'work'));
}

async function bench(parts: ReadonlySet<Part>, shutdown: Shutdown): Promise<number> {
  const steps = new Steps();
  shutdown.add(killChildren);
  const files = await measureFiles(parts, steps);
  const rest = new Set(parts);
  for (const part of ['local', 'price', 'matching', 'scans', 'console'] as const) rest.delete(part);
  const figures = rest.size > 0 ? await measureCloud(rest, steps, shutdown) : {};
  const report = { measuredAt: new Date().toISOString(), node: process.version, ...files, ...figures };
  await writeJson(join(space.dir, 'report.json'), report);
  console.log(`Measured in ${steps.elapsed}; the figures are in ${join(space.dir, 'report.json')}`);
  return 0;
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) console.log(HELP);
else {
  const shutdown = new Shutdown();
  shutdown.listen(() => console.error('\nInterrupted: stopping …'));
  process.exitCode = await shutdown.run(async () => bench(partsOf(args), shutdown));
}
