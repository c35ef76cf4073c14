import { createHash, randomUUID } from 'node:crypto';
import { handler as commands } from '../../functions/finance/banking/commands.ts';
import { handler as matchBankLines } from '../../functions/finance/banking/match-bank-lines.task.ts';
import { matchRunOf } from '../../functions/finance/banking/match-runs.ts';
import { handler as queries } from '../../functions/finance/banking/queries.ts';
import { takeLines } from '../../functions/finance/banking/statement-lines.ts';
import { type PlannedStatement, planStatements } from '../../functions/finance/banking/statement-plan.ts';
import { handler as testBankRule } from '../../functions/finance/banking/test-bank-rule.task.ts';
import { BankAccounts } from '../../shared/domain/finance/banking/bank-account.ts';
import { type BankFile, BankFiles, newBankFile, statementKey } from '../../shared/domain/finance/banking/bank-file.ts';
import { BankStatements, type KeptStatement } from '../../shared/domain/finance/banking/bank-statement.ts';
import { MatchRuns } from '../../shared/domain/finance/banking/match-run.ts';
import { readStatements } from '../../shared/domain/finance/banking/statement-file.ts';
import { COMPANY_ID, Companies } from '../../shared/domain/platform/company/company.ts';
import { assertDefined } from '../../shared/kernel/assert.ts';
import { create, update } from '../../shared/kernel/record.ts';
import { idFrom } from '../../shared/runtime/fingerprint.ts';
import { readXml } from '../../shared/runtime/xml.ts';
import { BANK_IBAN } from './bank-samples.ts';
import { recordsOf } from './company.ts';
import { peopleOf } from './people.ts';

const PARAMETERS: readonly (readonly [prefix: string, name: string])[] = [
  ['bka_', 'bankAccountId'],
  ['bkf_', 'fileId'],
  ['bst_', 'statementId'],
  ['bkl_', 'lineId'],
  ['bru_', 'ruleId'],
  ['brt_', 'testId'],
  ['bmr_', 'runId'],
  ['bht_', 'habitId'],
  ['bil_', 'billId'],
];
const templateOf = (route: string): string =>
  route
    .split('/')
    .map((part) => PARAMETERS.flatMap(([prefix, name]) => (part.startsWith(prefix) ? [`{${name}}`] : []))[0] ?? part)
    .join('/');

/** The banking of one company, through its Lambda handlers. */
export function bankingOf(tenant: string) {
  const { ask, done, refused } = peopleOf(tenant, { commands, queries }, templateOf);
  const records = recordsOf(tenant);
  const account = (more: object = {}) =>
    done('ana', 'POST /banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572', ...more });
  /** What the task does with an uploaded file, without its storage: its statements. */
  const planned = async (text: string) => {
    const bytes = Buffer.from(text, 'latin1');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const id = idFrom(BankFiles.prefix, tenant, randomUUID());
    const made = newBankFile({ fileName: 'extracto.n43', key: statementKey(tenant, id), madeAt: new Date().toISOString() });
    const file = await records.save([create(BankFiles, id, made)]);
    return { file, plans: await planStatements(records, { ...file, sha256 }, readStatements(bytes, { xml: readXml })) };
  };
  /** The first statement of a file, with nothing made of it. */
  const plan = async (text: string) => (await planned(text)).plans[0] as PlannedStatement;
  const take = async (text: string) => {
    const taken = [];
    const { file, plans } = await planned(text);
    for (const plan of plans) {
      const there = await records.get(BankStatements, plan.id);
      const begun = there ?? (await records.save<KeptStatement>([create(BankStatements, plan.id, plan.data)]));
      taken.push(begun.state === 'taking' ? await takeLines(recordsOf(tenant), begun, plan.lines) : begun);
    }
    const statements = taken.map(({ id, lines: count, already = 0 }) => ({ statementId: id, lines: count, already }));
    await records.save<BankFile>([update<BankFile>(BankFiles, file, { ...file, state: 'done', statements })]);
    return taken;
  };
  const lines = async (bankAccountId: string, query: Record<string, string> = { state: 'open' }) =>
    (await done('ana', 'GET /banking/lines', undefined, { query: { bankAccountId, ...query } })).items;
  const match = (by: string, lineId: string, parts: readonly object[], more: object = {}) =>
    done(by, `POST /banking/lines/${lineId}/match`, { parts, ...more });
  const unmatch = (by: string, lineId: string, body: object = {}) => done(by, `POST /banking/lines/${lineId}/unmatch`, body);
  /** What the state machine does with a run or a test, however often its task has to be called. */
  const work = async (id: string) => {
    const [handler, key] = id.startsWith('brt_') ? [testBankRule, 'testId'] : [matchBankLines, 'runId'];
    for (let left = true; left; ) ({ left } = (await handler({ tenant, [key as string]: id, execution: `x-${id}` })) as { left: boolean });
  };
  const backTest = async (ruleId: string) => {
    const { id } = await done('ana', `POST /banking/rules/${ruleId}/back-test`);
    await work(id);
    return done('ana', `GET /banking/back-tests/${id}`);
  };
  /** A rule that was tested and is on. */
  const ruleOn = async (rule: object) => {
    const { id } = await done('ana', 'POST /banking/rules', rule);
    await backTest(id);
    return done('ana', `POST /banking/rules/${id}/on`);
  };
  const run = async (bankAccountId: string, more: object = {}) => {
    const { id } = await done('ana', 'POST /banking/match-runs', { bankAccountId, ...more });
    await work(id);
    return done('ana', `GET /banking/match-runs/${id}`);
  };
  /** What comes with a statement: a run in nobody's name. */
  const runOfStatement = async (bankAccountId: string) => {
    const [company, account] = await Promise.all([
      records.getOrThrow(Companies, COMPANY_ID),
      records.getOrThrow(BankAccounts, bankAccountId),
    ]);
    const made = matchRunOf(company, account, { madeAt: new Date().toISOString() });
    const { id } = await records.save([create(MatchRuns, idFrom(MatchRuns.prefix, tenant, randomUUID()), assertDefined(made, 'a run'))]);
    await work(id);
    return done('ana', `GET /banking/match-runs/${id}`);
  };
  return { runOfStatement, ask, done, refused, records, account, plan, take, lines, match, unmatch, work, backTest, ruleOn, run };
}
