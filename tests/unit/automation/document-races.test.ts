import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as intakeCommands } from '../../../functions/automation/intake/commands.ts';
import { handler as intakeQueries } from '../../../functions/automation/intake/queries.ts';
import { handler as expenseCommands } from '../../../functions/finance/expenses/commands.ts';
import { handler as expenseQueries } from '../../../functions/finance/expenses/queries.ts';
import { type IntakeDocument, IntakeDocuments, newDocument } from '../../../shared/domain/automation/intake/intake-document.ts';
import { create, update } from '../../../shared/kernel/record.ts';
import type { Answer } from '../../support/call.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { crashAfter, crashBefore, type Fault, isWrite, withFault } from '../../support/faults.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { billBody, payablesOf } from '../../support/payables.ts';
import { peopleOf } from '../../support/people.ts';
import { eur } from '../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const WHOLE = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTV';
const MISSING = 'doc_01JDG8ZK5T7QWERTY2MNPQRSTW';

let tenant = '';
let supplierId = '';
let payables: ReturnType<typeof payablesOf>;
let expenses: ReturnType<typeof peopleOf>;
let intake: ReturnType<typeof peopleOf>;
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') }));
afterAll(() => void vi.useRealTimers());
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant);
  payables = payablesOf(tenant);
  expenses = peopleOf(tenant, { commands: expenseCommands, queries: expenseQueries }, (route) => route.replace(/exc_\w+/, '{claimId}'));
  intake = peopleOf(tenant, { commands: intakeCommands, queries: intakeQueries }, (route) => route.replace(/doc_\w+/, '{documentId}'));
  supplierId = (await payables.supplier()).id;
  await intake.ask('ana', 'GET /documents', undefined, { roles: ['accountant'] });
  await bring(WHOLE);
});

const bring = (id: string, more: Partial<IntakeDocument> = {}) => {
  const came = { fileName: 'lote.pdf', source: 'console', date: '2026-03-10', cameAt: '2026-03-10T09:00:00.000Z', bytes: 9 } as const;
  const file = { state: 'review', kind: 'pdf', contentType: 'application/pdf', sha256: 'a'.repeat(64), pageCount: 4 } as const;
  return recordsOf(tenant).commit([create(IntakeDocuments, id, { ...newDocument(came), ...file, ...more })]);
};
const now = (id: string) => recordsOf(tenant).getOrThrow(IntakeDocuments, id);

const entering: Readonly<Record<string, (documentId: string) => Promise<Answer>>> = {
  bill: (documentId) => payables.ask('ana', 'POST /payables/bills', billBody(supplierId, 'A-1', '20.00', { documentId })),
  credit: (documentId) => payables.ask('ana', 'POST /payables/credit-notes', billBody(supplierId, 'R-1', '20.00', { documentId })),
  claim: (documentId) => {
    const line = { date: '2026-03-02', kind: 'travel', text: 'Taxi', amount: eur('24.20'), documentId };
    return expenses.ask('ana', 'POST /expense-claims', { text: 'Feria', lines: [line] });
  },
};
const step = (path: string, body?: object) => (documentId: string) => intake.ask('ana', `POST /documents/${documentId}/${path}`, body);
const split = step('parts', { starts: [1, 3] });
const join = () => step('joining')(WHOLE);
const others = { split, keep: step('keeping'), read: step('reading') };

/** What holds whoever was first: what was entered and its document tell of each other, or the document was not entered. */
async function agree(documentId: string, entered: Answer, other: Answer): Promise<void> {
  const document = await now(documentId);
  if (entered.status === 201) {
    expect([document.state, document.claimId ?? document.billId]).toEqual(['entered', entered.body.id]);
    expect(other).toMatchObject({ status: 422 });
  } else {
    expect(entered).toMatchObject({ status: 422, body: { code: 'document.not_to_enter' } });
    expect([document.state === 'entered', document.billId, document.claimId]).toEqual([false, undefined, undefined]);
    expect(other.status).toBe(200);
  }
}

/** Carries the other out wholly before each call of one to the table in turn, until it has no more. @returns how many there were */
async function inEveryOrder(
  one: () => Promise<Answer>,
  other: () => Promise<Answer>,
  check: (one: Answer, other: Answer) => Promise<void>,
): Promise<number> {
  const reset = table.keep();
  for (let at = 1; ; at += 1) {
    reset();
    let between: Answer | undefined;
    const interrupt: Fault = async (send) => {
      between = await other();
      return send();
    };
    const { result } = await withFault(interrupt, (call) => call === at, one);
    if (!between) {
      reset();
      return at - 1;
    }
    await check(result, between);
  }
}

async function brokenOff(fault: Fault, at: number, reset: () => void, enter: (documentId: string) => Promise<Answer>): Promise<void> {
  reset();
  await withFault(
    fault,
    (call, called) => call === at && isWrite(called),
    () => enter(WHOLE),
  );
  // Entered again, it is; or it was, and says so.
  const { state } = await now(WHOLE);
  expect((await enter(WHOLE)).status).toBe(state === 'entered' ? 422 : 201);
}

describe('a document is entered in one write with what it is entered as', () => {
  for (const [name, enter] of Object.entries(entering)) {
    for (const [what, other] of Object.entries(others))
      it(`${name} and ${what}: whichever comes between the steps of the other, both tell the same`, async () => {
        const [entered, done] = [() => enter(WHOLE), () => other(WHOLE)];
        // Each looks and then writes: at least before each of that the other came.
        expect(await inEveryOrder(entered, done, (one, two) => agree(WHOLE, one, two))).toBeGreaterThan(1);
        expect(await inEveryOrder(done, entered, (one, two) => agree(WHOLE, two, one))).toBeGreaterThan(1);
      });

    it(`${name} of a part, and joining it: the parts are joined, or one of them is entered`, async () => {
      const whole = await split(WHOLE);
      expect(whole.status).toBe(200);
      const [part = ''] = whole.body.parts;
      await recordsOf(tenant).save([update(IntakeDocuments, await now(part), { ...(await now(part)), state: 'review' })]);
      await recordsOf(tenant).save([
        update(IntakeDocuments, await now(whole.body.parts[1]), { ...(await now(whole.body.parts[1])), state: 'review' }),
      ]);
      const both = async (entered: Answer, joined: Answer) => {
        await agree(part, entered, joined);
        expect((await now(WHOLE)).state).toBe(entered.status === 201 ? 'split' : 'reading');
      };
      expect(await inEveryOrder(() => enter(part), join, both)).toBeGreaterThan(1);
      expect(
        await inEveryOrder(
          join,
          () => enter(part),
          (joined, entered) => both(entered, joined),
        ),
      ).toBeGreaterThan(1);
    });

    it(`${name}: whatever call breaks off, it stands with its document or not at all`, async () => {
      const reset = table.keep();
      for (const fault of [crashBefore, crashAfter]) for (let at = 1; at <= 25; at += 1) await brokenOff(fault, at, reset, enter);
    });
  }

  it('and waits again together with it, to be entered as something else', async () => {
    const bill = (await entering.bill?.(WHOLE)) as Answer;
    expect(await now(WHOLE)).toMatchObject({ state: 'entered', billId: bill.body.id });
    await payables.done('ana', `POST /payables/bills/${bill.body.id}/reversal`, { reason: 'Era un gasto' });
    expect((await now(WHOLE)).state).toBe('review');
    const claim = (await entering.claim?.(WHOLE)) as Answer;
    const { state, billId, claimId } = await now(WHOLE);
    expect([state, billId, claimId]).toEqual(['entered', undefined, claim.body.id]);
    expect((await entering.bill?.(WHOLE))?.body).toMatchObject({ code: 'document.claimed', params: { number: claim.body.number } });
  });
});

describe('a document that is named', () => {
  const fields = { bill: 'body.documentId', credit: 'body.documentId', claim: 'body.lines.0.documentId' };
  for (const [name, enter] of Object.entries(entering)) {
    const field = fields[name as keyof typeof fields];
    it(`by a ${name} is one of the company’s, of this kind, that waits to be entered`, async () => {
      expect(await enter(MISSING)).toMatchObject({ status: 404, body: { code: 'intake-document.not_found', field } });
      const own = tenant;
      tenant = newTenant();
      await newCompany(tenant);
      await bring(MISSING);
      tenant = own;
      expect(await enter(MISSING)).toMatchObject({ status: 404, body: { code: 'intake-document.not_found', field } });
      expect(await enter('bil_01JDG8ZK5T7QWERTY2MNPQRSTV')).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
      await bring(MISSING, { purpose: 'statement' });
      expect(await enter(MISSING)).toMatchObject({ status: 422, body: { code: 'document.not_to_enter', field } });
      for (const [i, state] of (
        ['waiting', 'reading', 'kept', 'passed', 'split', 'duplicate', 'quarantined', 'failed'] as const
      ).entries()) {
        const id = `doc_01JDG8ZK5T7QWERTY2MNPQRS0${i}`;
        await bring(id, { state });
        expect(await enter(id)).toMatchObject({ status: 422, body: { code: 'document.not_to_enter', field, params: { state } } });
      }
    });
  }
});
