import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { MODULES } from '../../../../shared/api/modules.ts';
import { Dimensions, dimensionId } from '../../../../shared/domain/finance/analysis/dimension.ts';
import { EXPORT_KINDS } from '../../../../shared/domain/finance/ledger/export.ts';
import { PAY_CONCEPTS } from '../../../../shared/domain/hr/payroll/payroll-settings.ts';
import { payslipId } from '../../../../shared/domain/hr/payroll/payslip-record.ts';
import type { ActionRow } from '../../../../shared/kernel/action.ts';
import { ROLES, type Role, suffices } from '../../../../shared/kernel/permission.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { call } from '../../../support/call.ts';
import { recordsOf } from '../../../support/company.ts';
import { routeWith, unknownId, withIds } from '../../../support/every-action.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';
import { projectCompany } from '../../../support/projection.ts';
import { sheetOf, unzipped } from '../../../support/xlsx.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const company = usePayroll('2026-02-20T10:00:00Z');
const month = '2026-01';

interface Row {
  readonly name: string;
  readonly file: string;
  readonly spec: ActionRow;
}
/** Every action that a token opens, with the file that serves it. */
const ROWS: readonly Row[] = MODULES.flatMap((module) =>
  Object.entries(module.actions).map(([name, spec]) => ({ name, spec, file: `functions/${module.name}/${spec.profile}.ts` })),
).filter(({ spec }) => spec.permission !== 'public');

/** Clara is alone in her department, and is paid for January: a team of one. Mara leads her, and Emilio beside. Every figure of hers is her own. */
async function teamOfOne() {
  const { tenant, pay } = company;
  const records = recordsOf(tenant);
  const values = [{ code: 'TALLER', name: 'Taller', active: true }];
  await records.commit([create(Dimensions, dimensionId('departamento'), { code: 'departamento', name: 'departamento', values })]);
  const mail = (by: string) => `${by}@${tenant}.example`;
  const person = { taxId: '87654321X', annual: '31037.00', startDate: '2026-02-01' };
  const group = 'Grupo III';
  const row = (from: string, amount: string) => ({ from, source: 'BOP 1', rows: [{ group, annual: { amount, currency: 'EUR' } }] });
  const named = { name: 'Comercio', code: '36' };
  const table = await pay.done('pia', 'POST /payroll/salary-tables', { ...named, ...row('2024-01-01', '20000.00') });
  const mara = await pay.employ({ ...person, givenName: 'Mara', email: mail('mara') });
  const clara = await pay.employ({
    ...{ givenName: 'Clara', familyName: 'Quintana', taxId: '12345678Z', annual: '25137.00', iban: 'ES7921000813610123456789' },
    ...{ email: mail('clara'), department: 'Taller', managerId: mara, terms: { table: { tableId: table.id, group } } },
  });
  await pay.employ({ ...person, givenName: 'Emilio', taxId: '00000014Z', email: mail('emilio'), managerId: mara });
  await pay.put(clara, month, { advance: { amount: '77.77', currency: 'EUR' } });
  // A row that leaves her below it from now on: who is short of a table is told with what they earn.
  await pay.done('pia', `POST /payroll/salary-tables/${table.id}/rows`, row('2026-03-01', '26111.00'));
  // Codes of everything, so that the gestoría's file is there to be asked for.
  const concepts = Object.fromEntries(PAY_CONCEPTS.map((concept, i) => [concept, `C${i}`]));
  const gestoria = { company: 'E01', employees: { [clara]: '0007' }, concepts };
  await pay.done('pia', 'PUT /payroll/settings', { contributionAccounts: [], gestoria });
  const run = await pay.pay(month, { employeeIds: [clara] });
  // What the gestoría worked out differs, so that the comparison tells what was paid.
  await pay.done('pia', `PUT /payroll/runs/${run.id}/gestoria/comparison`, { csv: 'Empleado;Concepto;Importe\n0007;C0;1,00' });
  const payment = await pay.done('pia', 'POST /payroll/payments', { what: 'wages', runId: run.id });
  await pay.done('ana', `POST /payroll/payments/${payment.id}/approval`);
  await projectCompany(tenant);
  const slip = await pay.slip('pia', clara, month);
  const secrets = [
    ...['gross', 'net', 'withheld', 'worker', 'company', 'cost', 'payable'].map((name) => slip[name].amount),
    ...['25137.00', '77.77', slip.contributions[0].base.amount],
  ];
  const portion = `pyp_${run.id.slice(4)}.1`;
  const ids: Readonly<Record<string, readonly string[]>> = {
    employeeId: [clara],
    tableId: [table.id],
    runId: [run.id],
    paymentId: [payment.id],
    place: [month],
    month: [month],
    period: [month],
    entryId: [`je_${portion}`, `je_${payment.id}`],
    account: ['640', '465'],
    code: ['640', '465'],
    year: ['2026'],
    recordId: [run.id, payment.id, portion, clara, payslipId(clara, month)],
    id: [run.id, payment.id, portion, clara, payslipId(clara, month)],
  };
  return { tenant, mail, secrets, ids, clara, run };
}
type Team = Awaited<ReturnType<typeof teamOfOne>>;

/** Values that a query takes: what filters, sorts, searches and counts by her pay. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  q: ['Quintana', month, 'nómina', '465'],
  from: ['2026-01-01'],
  to: ['2026-12-31'],
  month: [month],
  year: ['2026'],
  order: ['desc'],
  limit: ['100'],
  account: ['640'],
  dimension: ['departamento'],
  date: ['2026-02-20'],
  kind: ['payroll-run', 'payroll-payment', 'payslip', 'employee'],
  record: [],
};

function queriesOf({ spec }: Row, { ids }: Team): Record<string, string>[] {
  const names = Object.keys((spec.query as { shape?: object } | undefined)?.shape ?? {});
  const valuesOf = (name: string) => VALUES[name] ?? ids[name] ?? (name === 'record' ? (ids.recordId ?? []) : []);
  const all = Object.fromEntries(names.flatMap((name) => (valuesOf(name)[0] && name !== 'q' ? [[name, valuesOf(name)[0] as string]] : [])));
  return [{}, all, ...names.flatMap((name) => valuesOf(name).flatMap((value) => [{ [name]: value }, { ...all, [name]: value }]))];
}

/** Routes of an action with all ids of hers that may stand in them. */
function routesOf({ spec }: Row, { ids }: Team): string[] {
  const names = [...spec.route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const many = names.find((name) => (ids[name]?.length ?? 0) > 1);
  const choices = many ? (ids[many] ?? []) : [''];
  return choices.map((choice) => routeWith(spec.route, (name) => (name === many ? choice : (ids[name]?.[0] ?? unknownId('man')))));
}

interface Asking {
  readonly by: string;
  readonly role: string;
}
/** A file in an answer as its reader sees it, with two decimals after a point as the figures that are looked for have them. */
function textOfFile(said: { readonly content?: unknown; readonly contentType?: unknown } | null | undefined): string {
  if (typeof said?.content !== 'string' || typeof said.contentType !== 'string') return '';
  const bytes = Buffer.from(said.content, 'base64');
  const text = bytes.subarray(0, 2).toString() === 'PK' ? JSON.stringify(sheetOf(bytes)) : bytes.toString();
  return text.replaceAll(/(\d),(\d\d)\b/g, '$1.$2').replaceAll(/"(\d+\.\d)"/g, (_, number) => `"${number}0"`);
}

/** What somebody is answered that tells a figure of hers. */
async function answersOf(row: Row, team: Team, { by, role }: Asking) {
  const { handler } = await import(/* @vite-ignore */ `${ROOT}/${row.file}`);
  const idOf = (prefix: string): string => ({ emp: team.clara, pyn: team.run.id })[prefix] ?? unknownId(prefix);
  const body = row.spec.body ? { body: withIds(row.spec.example?.body ?? {}, idOf).body } : {};
  const tries = routesOf(row, team).flatMap((route) => (isRead(row) ? queriesOf(row, team) : [{}]).map((query) => ({ route, query })));
  const answers = [];
  for (const { route, query } of tries) {
    const { status, body: said } = await call(handler, route, row.spec.route, {
      tenant: team.tenant,
      email: team.mail(by),
      roles: [role],
      query,
      ...body,
    });
    const text = `${JSON.stringify(said ?? '')}${textOfFile(said)}`;
    answers.push({
      tells: `${row.name} ${route} ${JSON.stringify(query)}`,
      status,
      isLeak: team.secrets.some((secret) => text.includes(secret)),
    });
  }
  return answers;
}
async function askedBy(team: Team, asking: Asking, isAsked: (row: Row) => boolean) {
  const answers = [];
  for (const row of ROWS.filter(isAsked)) answers.push(...(await answersOf(row, team, asking)));
  return {
    leaks: answers.flatMap(({ tells, isLeak }) => (isLeak ? [tells] : [])),
    answered: answers.filter(({ status }) => status < 300).length,
    broken: answers.flatMap(({ tells, status }) => (status >= 500 ? [tells] : [])),
  };
}
const isRead = ({ spec }: Row) => spec.route.startsWith('GET ');
const ofPay = ({ spec }: Row) => /\/payroll\//.test(spec.route);

it('what one person of a team earns is told to nobody without pay: lists, filters, sorts, counts, search, audit, books and refusals', async () => {
  const team = await teamOfOne();
  const whereFound = async (by: string, role: string) =>
    new Set((await askedBy(team, { by, role }, isRead)).leaks.map((tells) => tells.split(' ')[0]));
  // The figures are there to be found: in pay, and in the books, whose sums are the work of who keeps them.
  const inPay = await whereFound('pia', 'payroll');
  for (const name of [
    'getPayrollRun',
    'listPayrollRunPeople',
    'listPayrollPayments',
    'getPayslip',
    'listPayInputs',
    'searchAll',
    'listSalaryShortfalls',
    'getGestoria',
    'getGestoriaFile',
  ])
    expect(inPay).toContain(name);
  const inBooks = [
    'getCashPosition',
    'getCashForecast',
    'getAccountLedger',
    'listEntries',
    'getEntry',
    'getTrialBalance',
    'getYearEnd',
    'getHome',
  ];
  expect([...(await whereFound('carla', 'accountant'))].toSorted()).toEqual(inBooks.toSorted());
  // The firm that files taxes sees the books, and nothing of pay beyond their sums.
  expect([...(await whereFound('gema', 'adviser'))].toSorted()).toEqual(inBooks.toSorted());
  for (const [by, role] of [
    ['mara', 'manager'],
    ['emilio', 'employee'],
    ['hana', 'hr'],
    ['sara', 'sales'],
  ] as const) {
    const { leaks, answered, broken } = await askedBy(team, { by, role }, isRead);
    expect({ role, leaks, broken }).toEqual({ role, leaks: [], broken: [] });
    expect(answered).toBeGreaterThan(200);
    expect((await askedBy(team, { by, role }, (row) => !isRead(row) && ofPay(row))).leaks).toEqual([]);
  }
}, 300_000);

it('an export of the books is made for who keeps them alone, and names nobody who is paid', async () => {
  const team = await teamOfOne();
  const { objects } = company.bucket;
  objects.clear();
  // What signs the link to the file.
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  const { handler } = await import(/* @vite-ignore */ `${ROOT}/functions/finance/ledger/documents.ts`);
  const exportBy = async (by: string, role: string, kind: string) =>
    call(handler, 'POST /exports', 'POST /exports', { tenant: team.tenant, email: team.mail(by), roles: [role], body: { kind } });
  const gross = team.secrets[0] as string;
  for (const kind of EXPORT_KINDS) {
    for (const [by, role] of [
      ['mara', 'manager'],
      ['emilio', 'employee'],
      ['hana', 'hr'],
      ['sara', 'sales'],
    ] as const) {
      const { status, body } = await exportBy(by, role, kind);
      expect([kind, role, status, body.code]).toEqual([kind, role, 403, 'role.not_allowed']);
    }
    expect(objects.size).toBe(0);
    const { status, body } = await exportBy('carla', 'accountant', kind);
    expect([status, body.state]).toEqual([201, 'ready']);
    const [file] = [...objects.values()].map(String);
    objects.clear();
    // The sum is a figure of the books; whose it is they do not say.
    expect(file).toContain(kind === 'books-proof' ? gross.replace('.', '') : gross);
    for (const secret of ['Quintana', 'Clara', '12345678Z', '123456789', team.clara]) expect(file).not.toContain(secret);
  }
}, 60_000);

/** Roles as the table of permissions has them, in two: those that something is for, and the others. */
const rolesWith = (need: Parameters<typeof suffices>[1]) => Map.groupBy(ROLES, (role) => suffices(role, need));
const askAs = async (team: Team, file: string, [route, template]: readonly [string, string], role: Role, more: object = {}) => {
  const { handler } = await import(/* @vite-ignore */ `${ROOT}/${file}`);
  return call(handler, route, template, { tenant: team.tenant, email: team.mail(`${role}-${role}`), roles: [role], ...more });
};

it("the gestoría's file of a pay run is for whoever prepares pay: to all others not a figure of it is told, nor what it is compared with", async () => {
  const team = await teamOfOne();
  const { secrets, run } = team;
  const [gross, net] = secrets as [string, string];
  const path = `/payroll/runs/${run.id}/gestoria`;
  const asked = ['', '/file', '/comparison'].map((rest) => [`${path}${rest}`, `/payroll/runs/{runId}/gestoria${rest}`] as const);
  const [[view, viewOf], [file, fileOf], [comparison, comparisonOf]] = asked as [(typeof asked)[0], (typeof asked)[0], (typeof asked)[0]];
  const body = { csv: 'Empleado;Concepto;Importe\n0007;C0;1,00' };
  const answersTo = async (role: Role) => [
    await askAs(team, 'functions/hr/payroll/queries.ts', [`GET ${view}`, `GET ${viewOf}`], role),
    await askAs(team, 'functions/hr/payroll/queries.ts', [`GET ${file}`, `GET ${fileOf}`], role, { query: { format: 'csv' } }),
    await askAs(team, 'functions/hr/payroll/queries.ts', [`GET ${file}`, `GET ${fileOf}`], role, { query: { format: 'xlsx' } }),
    await askAs(team, 'functions/hr/payroll/commands.ts', [`PUT ${comparison}`, `PUT ${comparisonOf}`], role, { body }),
  ];
  const may = rolesWith('payroll.read');
  expect(may.get(true)).toEqual(['owner', 'payroll']);
  for (const role of may.get(true) ?? []) {
    const answers = await answersTo(role);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const { body: said } of answers.slice(1, 3))
      for (const told of [gross, net, '12345678Z', 'Clara Quintana', 'E01', '0007']) expect(textOfFile(said)).toContain(told);
    expect(JSON.stringify(answers[3]?.body)).toContain(gross);
  }
  for (const role of may.get(false) ?? [])
    for (const { status, body: said } of await answersTo(role)) {
      expect([role, status, said.code]).toEqual([role, 403, 'role.not_allowed']);
      for (const secret of [...secrets, 'Quintana', '12345678Z', '0007']) expect(JSON.stringify(said)).not.toContain(secret);
    }
}, 60_000);

it("an adviser's file of the books has the sums of a pay run for who may export books, and names nobody; the others are refused", async () => {
  const team = await teamOfOne();
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  const { objects } = company.bucket;
  const may = rolesWith('books.export');
  expect(may.get(true)).toEqual(['owner', 'accountant', 'auditor', 'adviser']);
  const input = { name: 'Gestoría Robles', digits: 8 };
  const { body: firm } = await askAs(team, 'functions/finance/advisers/commands.ts', ['POST /advisers', 'POST /advisers'], 'owner', {
    body: input,
  });
  let first: string | undefined;
  const exportAs = (role: Role) =>
    askAs(
      team,
      'functions/finance/advisers/documents.ts',
      [`POST /advisers/${firm.id}/exports`, 'POST /advisers/{adviserId}/exports'],
      role,
      {
        body: { period: month, ...(first ? { again: { exportId: first, reason: 'lost' } } : {}) },
      },
    );
  for (const role of may.get(false) ?? []) {
    objects.clear();
    const { status, body } = await exportAs(role);
    expect([role, status, body.code, objects.size]).toEqual([role, 403, 'role.not_allowed', 0]);
  }
  for (const role of may.get(true) ?? []) {
    objects.clear();
    const { status, body } = await exportAs(role);
    expect([role, status]).toEqual([role, 201]);
    first ??= body.id;
    const [zip] = [...objects.values()] as Buffer[];
    const text = [...unzipped(Buffer.from(zip as Buffer)).values()].join('\n').replaceAll(/(\d),(\d\d)\b/g, '$1.$2');
    // Of a team of one the sums of the entry are hers: that is what books are. Whose they are they do not say.
    expect(text).toContain(team.secrets[0] as string);
    for (const secret of ['Quintana', 'Clara', '12345678Z', '123456789', team.clara]) expect(text).not.toContain(secret);
  }
}, 60_000);
