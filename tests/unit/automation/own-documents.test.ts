import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as commands } from '../../../functions/automation/intake/commands.ts';
import { handler as documents } from '../../../functions/automation/intake/documents.ts';
import { handler as queries } from '../../../functions/automation/intake/queries.ts';
import { handler as expenseCommands } from '../../../functions/finance/expenses/commands.ts';
import { handler as expenseQueries } from '../../../functions/finance/expenses/queries.ts';
import { intake } from '../../../shared/api/automation/intake.ts';
import {
  type DocumentState,
  type IntakeDocument,
  IntakeDocuments,
  newDocument,
  newPart,
} from '../../../shared/domain/automation/intake/intake-document.ts';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import type { Role } from '../../../shared/kernel/permission.ts';
import { create } from '../../../shared/kernel/record.ts';
import { Records } from '../../../shared/runtime/records.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { useMemoryBucket } from '../../support/memory-bucket.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { peopleOf } from '../../support/people.ts';
import { eur } from '../../support/receivables.ts';
import { shopOf } from '../../support/shop.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const ROLES: Readonly<Record<string, Role>> = { eva: 'sales', pablo: 'warehouse', ana: 'accountant' };
let tenant = '';
let api: ReturnType<typeof peopleOf>;
let expenses: ReturnType<typeof peopleOf>;
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') }));
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
const template = (route: string) => route.replace(/doc_\w+/, '{documentId}');
beforeEach(async () => {
  table.clear();
  useMemoryBucket();
  // Links are signed here, and opened by nobody.
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) vi.stubEnv(name, 'test');
  tenant = newTenant();
  await newCompany(tenant);
  api = peopleOf(tenant, { commands, queries }, template);
  expenses = peopleOf(tenant, { commands: expenseCommands, queries: expenseQueries }, (route) => route);
  for (const [by, role] of Object.entries(ROLES)) await api.ask(by, 'GET /documents', undefined, { roles: [role] });
});

const of = (by: string) => `${by}@${tenant}.example`;
const PLACES = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const idOf = (n: number) => `doc_01JDG8ZK5T7QWERTY2MNPQRST${PLACES[n]}`;
/** A document that somebody uploaded. */
async function brought(n: number, by: string, more: Partial<IntakeDocument> = {}): Promise<string> {
  const came = {
    fileName: `recibo-${by}.pdf`,
    source: 'console',
    date: '2026-03-10',
    cameAt: `2026-03-10T09:00:0${n}.000Z`,
    bytes: 9,
  } as const;
  const stamp = { by: of(by), request: `r${n}`, action: 'createDocument', at: new Date() };
  await new Records(tenant, stamp).commit([create(IntakeDocuments, idOf(n), { ...newDocument(came), state: 'review', ...more })]);
  return idOf(n);
}
type Query = Readonly<Record<string, string>>;
const listed = async (by: string, query: Query = {}): Promise<string[]> =>
  (await api.done(by, 'GET /documents', undefined, { query })).items.map(({ id }: { id: string }) => id);

const handlerOf = (route: string, profile: string | undefined) =>
  profile === 'documents' ? documents : route.startsWith('GET') ? queries : commands;

describe('whoever sells or works in the warehouse', () => {
  it('uploads what they have paid, sees it, and claims with it', async () => {
    const announced = await call(documents, 'POST /documents', 'POST /documents', {
      ...{ tenant, email: of('pablo'), body: { fileName: 'ticket.jpg', bytes: 9 } },
    });
    expect([announced.status, await listed('pablo')]).toEqual([201, [announced.body.id]]);
    const own = await brought(1, 'eva');
    const line = { date: '2026-03-02', kind: 'travel', text: 'Taxi', amount: eur('24.20'), documentId: own };
    const claim = await expenses.done('eva', 'POST /expense-claims', { text: 'Feria', lines: [line] });
    expect(await api.done('eva', `GET /documents/${own}`)).toMatchObject({ state: 'entered', claimId: claim.id });
    const other = await brought(2, 'pablo');
    const refused = await expenses.refused('eva', 'POST /expense-claims', { text: 'Feria', lines: [{ ...line, documentId: other }] });
    expect(refused).toEqual([404, 'intake-document.not_found', 'body.lines.0.documentId']);
  });

  it('finds no other’s by any list, filter, word, page or search', async () => {
    const states: DocumentState[] = ['review', 'ready', 'failed', 'kept'];
    const own = [];
    for (const [i, state] of states.entries()) {
      own.push(await brought(2 * i, 'eva', { state, kind: 'pdf', supplierId: 'sup_1' }));
      await brought(2 * i + 1, i % 2 === 0 ? 'ana' : 'pablo', { state, kind: 'pdf', supplierId: 'sup_1' });
    }
    const filters: Query[] = [{}, { kind: 'pdf' }, { q: 'recibo' }, { from: '2026-03-10', to: '2026-03-10' }];
    for (const query of filters) expect([query, (await listed('eva', query)).toSorted()]).toEqual([query, own]);
    for (const [i, state] of states.entries()) expect(await listed('eva', { state })).toEqual([own[i]]);
    expect(await listed('eva', { q: 'pablo' })).toEqual([]);
    const pages: string[] = [];
    let next: Query | undefined = { limit: '1' };
    for (let page = 0; next && page < 12; page += 1) {
      const { items, nextCursor } = await api.done('eva', 'GET /documents', undefined, { query: next });
      pages.push(...items.map(({ id }: { id: string }) => id));
      next = nextCursor ? { limit: '1', cursor: nextCursor } : undefined;
    }
    expect(pages.toSorted()).toEqual(own);
    expect((await listed('ana')).length).toBe(8);
    const search = async (by: string, q: string) =>
      (await shopOf(tenant).done('searchAll', { email: of(by), query: { q } })).items.map(({ id }: { id: string }) => id);
    expect((await search('eva', 'recibo')).toSorted()).toEqual(own);
    expect(await search('eva', idOf(1))).toEqual([]);
    expect(await search('ana', idOf(1))).toEqual([idOf(1)]);
  });

  it('reaches no other’s by any action, as if it were not there', async () => {
    const other = await brought(1, 'ana', { contentType: 'application/pdf', pageCount: 3 });
    const bodies: Readonly<Record<string, object>> = { describeDocument: { purpose: 'receipt' }, splitDocument: { starts: [1, 2] } };
    // Whom a company trusts is for those who set it up, of whatever document: others are told so, and nothing of that.
    const ofOne = Object.entries(intake.actions as Readonly<Record<string, ActionSpec>>).filter(
      ([, { route, permission }]) => route.includes('{documentId}') && permission !== 'company.write',
    );
    expect(ofOne.length).toBeGreaterThan(8);
    for (const [name, { route, profile }] of ofOne)
      for (const by of ['eva', 'pablo']) {
        const asked = { tenant, email: of(by), ...(bodies[name] ? { body: bodies[name] } : {}) };
        const { status, body } = await call(handlerOf(route, profile), route.replace('{documentId}', other), route, asked);
        expect([name, by, status, body.code]).toEqual([name, by, 404, 'intake-document.not_found']);
      }
    const story = await shopOf(tenant).ask('getHistory', { email: of('eva'), query: { record: other } });
    expect(story.status).toBe(404);
    expect((await recordsOf(tenant).getOrThrow(IntakeDocuments, other)).rev).toBe(1);
  });

  it('has the parts of what they brought, whoever or whatever made them, and what they mailed', async () => {
    const archive = await brought(1, 'eva', { state: 'split', contentType: 'application/zip' });
    const whole = await recordsOf(tenant).getOrThrow(IntakeDocuments, archive);
    await recordsOf(tenant).commit([
      create(IntakeDocuments, idOf(2), { ...newPart(whole, { name: 'a.pdf', bytes: 5 }, 0), state: 'review' }),
    ]);
    const scan = await brought(3, 'eva', { contentType: 'application/pdf', pageCount: 2, kind: 'pdf' });
    const { parts } = await api.done('ana', `POST /documents/${scan}/parts`, { starts: [1, 2] });
    await brought(4, 'workflow', { source: 'mail', sender: of('eva'), madeFor: of('eva') });
    expect((await listed('eva')).toSorted()).toEqual([archive, idOf(2), scan, idOf(4), ...parts].toSorted());
    expect(await listed('pablo')).toEqual([]);
  });

  it('is told what their paper says, and nothing that the books know', async () => {
    const believed = <T>(value: T) => ({ value, confidence: 1 });
    const fields = {
      supplierTaxId: believed('B83456780'),
      number: believed('A-1'),
      date: believed('2026-03-01'),
      taxes: [],
      total: believed(121_00),
    };
    const flags = [{ code: 'number_taken', params: { bill: 'bil_1' } }];
    const own = await brought(1, 'eva', { purpose: 'bill', kind: 'pdf', supplierId: 'sup_1', fields, seen: [], flags });
    const seen = await api.done('eva', `GET /documents/${own}`);
    expect(seen.expense.lines).toHaveLength(1);
    expect([seen.proposal, seen.learned, seen.supplierId, seen.flags]).toEqual([
      undefined,
      undefined,
      undefined,
      expect.not.arrayContaining(flags),
    ]);
    expect((await api.done('ana', `GET /documents/${own}`)).proposal).toBeDefined();
    expect((await api.done('eva', 'GET /learned-rules')).items).toEqual([]);
  });
});
