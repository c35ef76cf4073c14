import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { BillNumbers } from '../../../../shared/domain/finance/open-items/paper-number.ts';
import { createNext } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, payablesOf } from '../../../support/payables.ts';

const table = useMemoryTable();
let tenant = '';
let api: ReturnType<typeof payablesOf>;
async function begin() {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant);
  api = payablesOf(tenant);
  for (const by of ['ana', 'bea']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
}
beforeEach(begin);

const ROUTES = { bil: 'POST /payables/bills', scn: 'POST /payables/credit-notes' } as const;
const dayOf = (year: string) => ({ date: `${year}-02-01`, receivedOn: '2026-03-03' });
const enter = (kind: 'bil' | 'scn', supplier: string, reference: string, year: string, key: string, by = 'ana') =>
  api.ask(by, ROUTES[kind], billBody(supplier, reference, '10.00', dayOf(year)), { key });
const reverse = (id: string) =>
  api.ask('bea', `${ROUTES[id.slice(0, 3) as 'bil']}/${id}/reversal`, { date: '2026-03-04', reason: 'Error' });

/** Numbers as people write them: the first three are one, and so are the last two. */
const WRITTEN = ['A-118/2', 'a - 118 . 2', ' A-118-2 ', 'B1', 'b 1'] as const;
const MEANT = ['A', 'A', 'A', 'B', 'B'] as const;

const TAX_IDS = ['B58378431', 'A58818501', 'A28015865', 'A15075062'];
type Answers = Awaited<ReturnType<typeof enter>>[];

interface Entered {
  readonly id: string;
  readonly supplier: number;
  readonly number: string;
  /** That of its supplier on the day: it goes with the tax id, to whoever has that by now. */
  readonly taxId: string | undefined;
  readonly send: () => ReturnType<typeof enter>;
}

/** What the numbers should hold, beside the company that does the same. */
class Numbers {
  readonly #entered: Entered[] = [];
  readonly #reversed = new Set<string>();
  readonly #taxIds = TAX_IDS.slice(0, 2);
  readonly suppliers: readonly string[];
  constructor(suppliers: readonly string[]) {
    this.suppliers = suppliers;
  }

  /** The paper that has a number: of the supplier, else of whoever issued papers under its tax id before. */
  #holder(supplier: number, number: string): string | undefined {
    const same = this.#entered.filter((paper) => paper.number === number && !this.#reversed.has(paper.id));
    const own = same.find((paper) => paper.supplier === supplier) ?? same.find(({ taxId }) => taxId === this.#taxIds[supplier]);
    return own?.id;
  }

  /** One paper sent by several at once: one of them enters it, where nothing has its number. */
  async enter({ kind, supplier, written, year, rivals }: Entering) {
    const number = [kind, MEANT[written], year].join();
    const sends = Array.from({ length: rivals }, () => {
      const key = randomUUID();
      return () => enter(kind, this.suppliers[supplier] ?? '', WRITTEN[written] ?? '', year, key);
    });
    const answers: Answers = await Promise.all(sends.map((send) => send()));
    const first = answers.findIndex(({ status }) => status === 201);
    const holder = this.#holder(supplier, number);
    const id = holder ?? answers[first]?.body.id;
    expect(first >= 0, `${supplier} ${number}`).toBe(holder === undefined);
    for (const { status, body } of answers.filter((_, i) => i !== first))
      expect([status, body.code, body.params?.document]).toEqual([422, 'bill.twice', id]);
    const send = sends[first];
    if (send) this.#entered.push({ id, supplier, number, taxId: this.#taxIds[supplier], send });
  }

  /** What has its number gives it up; what was reversed is not reversed again. */
  async reverse({ which }: { readonly which: number }) {
    const paper = this.#entered[which];
    if (!paper) return;
    expect((await reverse(paper.id)).status).toBe(this.#reversed.has(paper.id) ? 422 : 201);
    this.#reversed.add(paper.id);
  }

  /** A request of before is answered by what it made, whatever has the number by now. */
  async repeat({ which }: { readonly which: number }) {
    const paper = this.#entered[which];
    if (paper) expect((await paper.send()).body.id).toBe(paper.id);
  }

  /** No two have a tax id at once; one that was left is free. */
  async rename({ supplier, taxId: which }: { readonly supplier: number; readonly taxId: number }) {
    const taxId = TAX_IDS[which] ?? '';
    const { status } = await api.ask('ana', `PATCH /payables/suppliers/${this.suppliers[supplier]}`, { taxId });
    expect(status).toBe(this.#taxIds[1 - supplier] === taxId ? 422 : 200);
    if (status === 200) this.#taxIds[supplier] = taxId;
  }

  requireDistinct() {
    expect(new Set(this.#entered.map(({ id }) => id)).size).toBe(this.#entered.length);
  }
}

interface Entering {
  readonly kind: 'bil' | 'scn';
  readonly supplier: number;
  readonly written: number;
  readonly year: string;
  readonly rivals: number;
}
const entering: fc.Arbitrary<Entering> = fc.record({
  kind: fc.constantFrom('bil', 'bil', 'scn'),
  supplier: fc.nat(1),
  written: fc.nat(WRITTEN.length - 1),
  year: fc.constantFrom('2025', '2026'),
  rivals: fc.integer({ min: 1, max: 3 }),
});
const one = fc.record({ which: fc.nat(8) });
type Step = (numbers: Numbers) => Promise<void>;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: entering.map(
      (told): Step =>
        (numbers) =>
          numbers.enter(told),
    ),
  },
  {
    weight: 2,
    arbitrary: one.map(
      (told): Step =>
        (numbers) =>
          numbers.reverse(told),
    ),
  },
  {
    weight: 1,
    arbitrary: one.map(
      (told): Step =>
        (numbers) =>
          numbers.repeat(told),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ supplier: fc.nat(1), taxId: fc.nat(3) }).map(
      (told): Step =>
        (numbers) =>
          numbers.rename(told),
    ),
  },
);

describe("a supplier's number", () => {
  it('has one document at most, whatever is entered, reversed, corrected, entered again, sent again or changed of its supplier', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        await begin();
        const [one, other] = [await api.supplier({ taxId: TAX_IDS[0] }), await api.supplier({ name: 'Otro', taxId: TAX_IDS[1] })];
        const numbers = new Numbers([one.id, other.id]);
        for (const step of steps) await step(numbers);
        numbers.requireDistinct();
      }),
      { numRuns: 25 },
    );
  });

  it('goes with the tax id to its next supplier where it came under that, and else stays free for them', async () => {
    const [one, other] = [await api.supplier({ taxId: TAX_IDS[0] }), await api.supplier({ name: 'Otro', taxId: TAX_IDS[1] })];
    const rename = (id: string, taxId = '') => api.ask('ana', `PATCH /payables/suppliers/${id}`, { taxId });
    const before = await enter('bil', one.id, 'A-1', '2026', randomUUID());
    await rename(one.id, TAX_IDS[2]);
    expect((await enter('bil', one.id, 'B-2', '2026', randomUUID())).status).toBe(201);
    await rename(other.id, TAX_IDS[0]);
    const [again, own] = [
      await enter('bil', other.id, 'A-1', '2026', randomUUID()),
      await enter('bil', other.id, 'B-2', '2026', randomUUID()),
    ];
    expect([again.body.code, again.body.params?.document, own.status]).toEqual(['bill.twice', before.body.id, 201]);
  });

  it('belongs to nothing where the entry was cut off after its key was kept, and to the same request when that comes again', async () => {
    const { id } = await api.supplier();
    const key = randomUUID();
    table.before('TransactWriteItems', () => Promise.reject(new Error('the power failed')));
    expect((await enter('bil', id, 'A-1', '2026', key)).status).toBe(500);
    expect((await enter('bil', id, 'A-2', '2026', key)).body.code).toBe('idempotency.key_reused');
    const [rival, same] = [await enter('bil', id, 'A-1', '2026', randomUUID(), 'bea'), await enter('bil', id, 'A-1', '2026', key)];
    expect([rival.status, same.body.code]).toEqual([201, 'bill.twice']);
    await reverse(rival.body.id);
    const again = await enter('bil', id, 'A-1', '2026', key);
    expect([again.status, again.body.register]).toEqual([201, 'FR2026-03-00002']);
    expect((await enter('bil', id, 'A-1', '2026', key)).body.id).toBe(again.body.id);
  });

  it('is not taken while the entry stands before its transaction: one who is quicker has it', async () => {
    const { id } = await api.supplier();
    let rival: Awaited<ReturnType<typeof enter>> | undefined;
    table.before('TransactWriteItems', async () => {
      rival = await enter('bil', id, 'a/1', '2026', randomUUID(), 'bea');
    });
    const late = await enter('bil', id, 'A-1', '2026', randomUUID());
    expect([rival?.status, late.body.code, late.body.params?.document]).toEqual([201, 'bill.twice', rival?.body.id]);
  });

  it('stays taken by a bill of before, whose claim stands apart, until that is reversed', async () => {
    const { id } = await api.supplier();
    const records = recordsOf(tenant);
    const { body: old } = await enter('bil', id, 'A-1', '2026', randomUUID());
    const claimed = (reference: string) => createNext(BillNumbers, `sbn_${id.slice(4)}.bil.2026.${reference}`, { documentId: old.id });
    await records.commit([claimed('A-1'), claimed('B-2')]);
    for (const reference of ['a/1', 'B-2'])
      expect((await enter('bil', id, reference, '2026', randomUUID())).body).toMatchObject({
        ...{ code: 'bill.twice', params: { document: old.id } },
      });
    await reverse(old.id);
    expect((await enter('bil', id, 'A-1', '2026', randomUUID())).status).toBe(201);
  });
});
