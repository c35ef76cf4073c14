import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ReceiptMatching, withoutDocument } from '../../../../shared/domain/finance/received-goods/receipt-match.ts';
import { type BilledPart, billedOf, unbilledOf } from '../../../../shared/domain/inventory/stock/billed-part.ts';
import type { GoodsReceipt } from '../../../../shared/domain/inventory/stock/goods-receipt.ts';
import type { Stored } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { goodsOf } from '../../../support/goods.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, of, payablesOf } from '../../../support/payables.ts';
import { eur, postings } from '../../../support/receivables.ts';

const table = useMemoryTable();
let tenant = '';
let api: ReturnType<typeof payablesOf>;
let goods: ReturnType<typeof goodsOf>;
let supplier = '';
/** Differences of more than 10 % or 750.00 wait for a second person. */
beforeEach(() => company({ matchPercent: '10', matchAmount: 750_00 }));
async function company(policies: object) {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant, policies);
  [api, goods] = [payablesOf(tenant), goodsOf(tenant)];
  await goods.prepare(['C0', 'C1']);
  supplier = (await api.supplier({ account: '400', expenseAccount: '600' })).id;
}

const BILLS = 'POST /payables/bills';
const part = (goodsReceiptId: string, quantity: string, line = 1) => ({ goodsReceiptId, line, quantity });
const lineOf = (receipt: string, quantity: string, net: string, line = 1) => ({ receipt: part(receipt, quantity, line), net: eur(net) });
const billing = (reference: string, ...lines: object[]) => billBody(supplier, reference, '1', { lines });
const bill = (reference: string, ...lines: object[]) => api.done('ana', BILLS, billing(reference, ...lines));
const refused = (...lines: object[]) => api.refused('ana', BILLS, billing('X', ...lines));
const credit = (reference: string, corrects: string | undefined, ...lines: object[]) => ({
  ...billing(reference, ...lines),
  ...(corrects ? { corrects } : {}),
});
const billedOn = async (id: string): Promise<string> => (await goods.done('ana', `GET /goods-receipts/${id}`)).lines[0].billed;
const reverse = (kind: string, id: string) => [`POST /payables/${kind}/${id}/reversal`, { date: '2026-03-10', reason: 'Error' }] as const;

describe('a bill for goods received', () => {
  it('clears 4009 of their cost; what is billed above it goes to 6108', async () => {
    // 24 pieces at 3.85 = 92.40 came in; 10 of them are billed at 4.00: cost 38.50, 1.50 above.
    const { id } = await goods.receive([['C0', '24', '3.85']]);
    const first = await bill('A-1', lineOf(id, '10', '40.00'));
    expect(postings(first.entry)).toEqual([
      ['4009', '38.50', '0.00'],
      ['6108', '1.50', '0.00'],
      ['472', '8.40', '0.00'],
      ['400', '0.00', '48.40'],
    ]);
    expect(first.lines[0]).toMatchObject({
      text: 'C0 Artículo C0',
      match: {
        quantity: '10',
        received: '24',
        unitCost: '3.85',
        unitPrice: '4',
        value: eur('38.50'),
        difference: eur('1.50'),
        over: false,
      },
    });
    expect([first.state, first.needsApproval, first.waitsFor]).toEqual(['overdue', false, []]);
    // The other 14 at 3.50 = 49.00: cost 53.90, 4.90 below.
    const rest = await bill('A-2', lineOf(id, '14', '49.00'));
    expect(postings(rest.entry).slice(0, 2)).toEqual([
      ['4009', '53.90', '0.00'],
      ['6108', '0.00', '4.90'],
    ]);
    const receipt = await goods.done('ana', `GET /goods-receipts/${id}`);
    expect(receipt.lines[0].billed).toBe('24');
    expect(receipt.billed.map(({ documentId }: { documentId: string }) => documentId)).toEqual([first.id, rest.id]);
  });

  it('of several lines and receipts adds up what stands on one account; a discount and tax that is not deducted are no cost of 4009', async () => {
    const [one, two] = [await goods.receive([['C0', '3', '3.3333']]), await goods.receive([['C1', '2', '5']])];
    // 10.00 and 10.00 at cost; billed 10.50 and 9.00 with half of 21 % not deducted: 19.50 → 4.10 of tax, 2.05 of it a cost; transport 4.00.
    const entered = await bill(
      'B-1',
      { ...lineOf(one.id, '3', '10.50'), taxCode: 'MED-G' },
      { ...lineOf(two.id, '2', '9.00'), taxCode: 'MED-G' },
      { account: '624', net: eur('4.00') },
    );
    expect(postings(entered.entry)).toEqual([
      ['4009', '20.00', '0.00'],
      ['6108', '1.55', '0.00'],
      ['624', '4.00', '0.00'],
      ['472', '2.05', '0.00'],
      ['472', '0.84', '0.00'],
      ['400', '0.00', '28.44'],
    ]);
  });

  it('in dollars is compared in euros: 10 at 4.40 USD and 1.10 are 40.00, and 40.00 came in', async () => {
    const { id } = await goods.receive([['C0', '10', '4.00']]);
    const line = { receipt: part(id, '10'), net: { amount: '44.00', currency: 'USD' }, taxCode: 'EXENTO' };
    const entered = await api.done('ana', BILLS, { ...billing('D-1', line), rate: '1.1' });
    expect(entered.lines[0].match).toMatchObject({ value: eur('40.00'), difference: eur('0.00'), unitPrice: '4' });
    expect(postings(entered.entry)).toEqual([
      ['4009', '40.00', '0.00'],
      ['400', '0.00', '40.00'],
    ]);
  });

  it('of 1,000 at 10.00 takes 800 and 100 at 10.80, 8 % above; 200 more is more than came in', async () => {
    const { id } = await goods.receive([['C0', '1000', '10']]);
    const first = await bill('1', lineOf(id, '800', '8640.00'));
    const second = await bill('2', lineOf(id, '100', '1080.00'));
    expect([first, second].map(({ needsApproval, lines }) => [needsApproval, lines[0].match.difference.amount])).toEqual([
      [false, '640.00'],
      [false, '80.00'],
    ]);
    expect(await refused(lineOf(id, '200', '2160.00'))).toEqual([422, 'goods_receipt.over_billed', 'body.lines.0.receipt.quantity']);
    // The last 100 bring the difference to 800.00, over 750.00, although they are 8 % above like the others.
    const third = await bill('3', lineOf(id, '100', '1080.00'));
    expect([third.state, third.needsApproval, third.waitsFor, third.lines[0].match.over]).toEqual(['waiting', true, ['price'], true]);
    await api.ask('bea', 'GET /payables', undefined, { roles: ['accountant'] });
    const pay = { supplierId: supplier, date: '2026-03-20', amount: third.open, allocations: [of(third.id, third.open.amount)] };
    expect((await api.refused('bea', 'POST /payables/payments', pay))[1]).toBe('bill.waiting');
    expect((await api.done('bea', `POST /payables/bills/${third.id}/approval`)).state).not.toBe('waiting');
  });

  it('waits where it is over the percentage of all that is billed, and where the goods cost nothing; never for less', async () => {
    const { id } = await goods.receive([
      ['C0', '100', '1'],
      ['C1', '5', '0'],
    ]);
    // 50 at 1.00, then 10 at 1.60: 6.00 above 60.00 is 10 %, not over. One more at 1.02: 6.02 above 61.00 neither; at 1.20, 6.22, is.
    const bills = [
      await bill('1', lineOf(id, '50', '50.00')),
      await bill('2', lineOf(id, '10', '16.00')),
      await bill('3', lineOf(id, '1', '1.02')),
      await bill('4', lineOf(id, '1', '1.20')),
      await bill('5', lineOf(id, '10', '1.00')),
      await bill('6', lineOf(id, '1', '0.01', 2)),
    ];
    expect(bills.map(({ needsApproval }) => needsApproval)).toEqual([false, false, false, true, false, true]);
    await company({ matchPercent: '0', billApprovalLimit: 100_00 });
    const other = await goods.receive([['C0', '100', '1']]);
    expect((await bill('1', lineOf(other.id, '90', '90.01'))).waitsFor).toEqual(['limit', 'price']);
    expect((await bill('2', lineOf(other.id, '10', '9.99'))).waitsFor).toEqual([]);
  });

  it("is for goods that came in from a supplier, that stand, and that are the company's", async () => {
    const opening = await goods.receive([['C0', '5', '1']], { origin: 'opening' });
    const gone = await goods.receive([['C0', '5', '1']]);
    const back = await goods.done('ana', `POST /goods-receipts/${gone.id}/reversal`, { date: '2026-03-05' });
    const at = 'body.lines.0.receipt.goodsReceiptId';
    for (const id of [opening.id, gone.id, back.id])
      expect(await refused(lineOf(id, '1', '1.00'))).toEqual([422, 'goods_receipt.not_to_bill', at]);
    const other = (await api.supplier({ name: 'Otro' })).id;
    const theirs = await goods.receive([['C0', '5', '1']], { supplierId: other });
    expect([theirs.supplierId, theirs.supplierName]).toEqual([other, 'Otro']);
    expect(await refused(lineOf(theirs.id, '1', '1.00'))).toEqual([422, 'goods_receipt.supplier', at]);
    await api.done('ana', BILLS, billBody(other, 'O-1', '1', { lines: [lineOf(theirs.id, '1', '1.00')] }));
    const { id } = await goods.receive([['C0', '5', '1']]);
    expect(await refused(lineOf(id, '1', '1.00', 2))).toEqual([400, 'goods_receipt.no_line', 'body.lines.0.receipt.line']);
    expect(await refused({ ...lineOf(id, '1', '1.00'), account: '600' })).toEqual([400, 'input.invalid', 'body.lines.0.account']);
    expect(await refused(lineOf(id, '1', '-1.00'))).toEqual([400, 'input.invalid', 'body.lines.0.net']);
    expect(await refused(lineOf(id, '3', '3.00'), lineOf(id, '3', '3.00'))).toEqual([
      422,
      'goods_receipt.over_billed',
      'body.lines.1.receipt.quantity',
    ]);
    await company({});
    expect(await refused({ account: '600', net: eur('1.00') }, lineOf(id, '1', '1.00'))).toEqual([
      404,
      'goods-receipt.not_found',
      'body.lines.1.receipt.goodsReceiptId',
    ]);
  });

  it('of two at once for the same goods takes one', async () => {
    const { id } = await goods.receive([['C0', '10', '2.00']]);
    const answers = await Promise.all(['1', '2'].map((reference) => api.ask('ana', BILLS, billing(reference, lineOf(id, '6', '12.00')))));
    expect(answers.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [201, undefined],
      [422, 'goods_receipt.over_billed'],
    ]);
    expect(await billedOn(id)).toBe('6');
  });
});

describe('goods that were billed', () => {
  it('are not sent out again by reversing their receipt, until the bill is reversed, which gives them back', async () => {
    const { id } = await goods.receive([['C0', '10', '2.00']]);
    const entered = await bill('1', lineOf(id, '10', '21.00'));
    const undo = `POST /goods-receipts/${id}/reversal`;
    expect(await goods.refused('ana', undo, { date: '2026-03-09' })).toEqual([422, 'goods_receipt.billed', 'path.receiptId']);
    await api.done('ana', ...reverse('bills', entered.id));
    expect(await billedOn(id)).toBe('0');
    // Its number is free, and its goods are too.
    const again = await bill('1', lineOf(id, '10', '20.00'));
    await api.done('ana', ...reverse('bills', again.id));
    await goods.done('ana', undo, { date: '2026-03-11' });
  });

  it('are given back by a credit note of the bill: 4 of 10 billed at 2.10 are 8.00 of cost and 0.40 of difference', async () => {
    const { id } = await goods.receive([['C0', '10', '2.00']]);
    const entered = await bill('1', lineOf(id, '10', '21.00'));
    const NOTES = 'POST /payables/credit-notes';
    for (const corrects of [entered.id, undefined])
      expect(await api.refused('ana', NOTES, credit('N-0', corrects, lineOf(id, corrects ? '10.001' : '1', '1.00')))).toEqual([
        422,
        'goods_receipt.not_billed',
        'body.lines.0.receipt.quantity',
      ]);
    const note = await api.done('ana', NOTES, credit('N-1', entered.id, lineOf(id, '4', '8.40')));
    expect(postings(note.entry)).toEqual([
      ['4009', '0.00', '8.00'],
      ['6108', '0.00', '0.40'],
      ['472', '0.00', '1.76'],
      ['400', '10.16', '0.00'],
    ]);
    expect(await billedOn(id)).toBe('6');
    expect(await api.refused('ana', ...reverse('bills', entered.id))).toEqual([422, 'document.settled', 'path']);
    // Billed again by another, what the note gave back cannot return to the first.
    const other = await bill('2', lineOf(id, '4', '8.00'));
    await api.done('ana', `POST /payables/credit-notes/${note.id}/allocations/${entered.id}/removal`, { date: '2026-03-10' });
    expect(await api.refused('ana', ...reverse('credit-notes', note.id))).toEqual([422, 'document.settled', 'path']);
    await api.done('ana', ...reverse('bills', other.id));
    await api.done('ana', ...reverse('credit-notes', note.id));
    expect(await billedOn(id)).toBe('10');
  });
});

describe('the price of goods that were billed', () => {
  it('is corrected by a credit note without a quantity: 0.80 less for each of 10 takes 8.00 off 6108, and off what is tolerated', async () => {
    await company({ matchAmount: 7_99 });
    const { id } = await goods.receive([['C0', '20', '10.00']]);
    const entered = await bill('1', lineOf(id, '10', '108.00'));
    expect([entered.needsApproval, entered.lines[0].match.difference.amount]).toEqual([true, '8.00']);
    const line = { receipt: { goodsReceiptId: id, line: 1 }, net: eur('8.00') };
    const note = await api.done('ana', 'POST /payables/credit-notes', credit('N-1', entered.id, line));
    expect(postings(note.entry)).toEqual([
      ['6108', '0.00', '8.00'],
      ['472', '0.00', '1.68'],
      ['400', '9.68', '0.00'],
    ]);
    expect(note.lines[0].match).toMatchObject({ value: eur('0.00'), difference: eur('8.00') });
    expect(await billedOn(id)).toBe('10');
    // 7.99 more are tolerated, since the first 8.00 were given back; a bill says how much it is for.
    expect((await bill('2', lineOf(id, '5', '57.99'))).needsApproval).toBe(false);
    expect(await refused(line)).toEqual([400, 'input.invalid', 'body.lines.0.receipt.quantity']);
    // A later bill does not stand on a price.
    await api.done('ana', `POST /payables/credit-notes/${note.id}/allocations/${entered.id}/removal`, { date: '2026-03-10' });
    await api.done('ana', ...reverse('credit-notes', note.id));
    expect((await bill('3', lineOf(id, '5', '50.00'))).needsApproval).toBe(true);
  });
});

describe('whatever the parts in which goods are billed', () => {
  const stored = (quantity: string, cost: number, billed: readonly BilledPart[]): Stored<GoodsReceipt> =>
    ({
      ...{ id: 'grn_1', rev: 1, history: [], date: '2026-03-02', warehouse: 'main', origin: 'supplier', total: cost },
      lines: [{ itemId: 'itm_1', code: 'C0', name: '', quantity, unitCost: '1', cost }],
      billed,
    }) as Stored<GoodsReceipt>;
  const text = (thousandths: number) => (thousandths / 1000).toFixed(3);
  const count = (quantity: string) => Math.round(Number(quantity) * 1000);
  const partsIn = (changes: readonly unknown[]) => (changes[0] as { readonly data: GoodsReceipt }).data.billed ?? [];

  /** A line of a receipt that is billed bit by bit. */
  class Billing {
    parts: readonly BilledPart[] = [];
    readonly #all: number;
    readonly #cost: number;
    constructor(all: number, cost: number) {
      [this.#all, this.#cost] = [all, cost];
    }
    get left(): number {
      return this.#all - count(billedOf(this.parts, 1).quantity);
    }
    get rest() {
      return unbilledOf({ quantity: text(this.#all), cost: this.#cost }, this.parts, 1);
    }
    /** Bills of which no credit note has given anything back. */
    get standing(): readonly BilledPart[] {
      const credited = new Set(this.parts.map(({ billId }) => billId));
      return this.parts.filter(({ billId, documentId }) => !billId && !credited.has(documentId));
    }
    take(id: string, thousandths: number, billId?: string): void {
      const matching = new ReceiptMatching(id, [stored(text(this.#all), this.#cost, this.parts)], { billId });
      const { match } = matching.match({ goodsReceiptId: 'grn_1', line: 1, quantity: text(thousandths) }, 1, 'body.lines.0');
      expect(match.value).toBeGreaterThanOrEqual(0);
      this.parts = partsIn(matching.changes());
    }
    reverse(id: string): void {
      this.parts = partsIn(withoutDocument([stored(text(this.#all), this.#cost, this.parts)], id));
    }
    /** @param share in thousandths of what there is. */
    step(what: string, share: number, i: number): void {
      const some = this.standing[share % Math.max(1, this.standing.length)];
      if (what === 'bill' && this.left > 0) this.take(`bil_${i}`, Math.max(1, Math.floor((this.left * share) / 1000)));
      if (what === 'reverse' && some) this.reverse(some.documentId);
      if (what === 'credit' && some) this.take(`scn_${i}`, Math.max(1, Math.floor((count(some.quantity) * share) / 1000)), some.documentId);
    }
  }

  /** Each cut takes a share of what is left of its line; at the end the rests, at 1.00. */
  function inParts(all: readonly number[], cuts: readonly { readonly line: number; readonly share: number; readonly net: number }[]) {
    const left = [...all];
    const part = (line: number, thousandths: number, net: number) => {
      left[line] = (left[line] ?? 0) - thousandths;
      return { line, thousandths, net };
    };
    const parts = cuts.flatMap(({ line, share, net }) => {
      const there = left[line] ?? 0;
      return there > 1 ? [part(line, Math.max(1, Math.floor((there * share) / 1000)), net)] : [];
    });
    const rests = [2, 0, 1].filter((line) => (left[line] ?? 0) > 0);
    return [...parts, ...rests.map((line) => part(line, left[line] ?? 0, 100))];
  }

  it('their entries leave nothing on 4009, and on 6108 what was billed above the cost', async () => {
    // Lines in thousandths and millionths of a euro; each billed in parts, those of all lines in any order, at any price.
    const line = fc.record({ quantity: fc.integer({ min: 1, max: 9_999 }), cost: fc.integer({ min: 1, max: 9_999_999 }) });
    const cut = fc.record({ line: fc.nat(2), share: fc.integer({ min: 1, max: 999 }), net: fc.integer({ min: 1, max: 99_999 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 3, maxLength: 3 }), fc.array(cut, { maxLength: 5 }), async (lines, cuts) => {
        await company({});
        const { id, total } = await goods.receive(lines.map(({ quantity, cost }) => ['C0', text(quantity), (cost / 1e6).toFixed(6)]));
        const nets: number[] = [];
        const sums = new Map<string, number>();
        for (const { line: at, thousandths, net } of inParts(
          lines.map(({ quantity }) => quantity),
          cuts,
        )) {
          nets.push(net);
          const goodsLine = { ...lineOf(id, text(thousandths), (net / 100).toFixed(2), at + 1), taxCode: 'EXENTO' };
          for (const [account = '', debit, credited] of postings((await bill(`N-${nets.length}`, goodsLine)).entry))
            sums.set(account, (sums.get(account) ?? 0) + Math.round((Number(debit) - Number(credited)) * 100));
        }
        const [cost, billed] = [Math.round(Number(total.amount) * 100), nets.reduce((sum, net) => sum + net, 0)];
        expect(['4009', '6108', '400'].map((account) => sums.get(account) ?? 0)).toEqual([cost, billed - cost, -billed]);
      }),
      { numRuns: 15 },
    );
  });

  it('they take what came in, to the cent, and no part is negative; with bills reversed and credited between them', () => {
    const step = fc.record({ share: fc.integer({ min: 1, max: 1000 }), what: fc.constantFrom('bill', 'bill', 'reverse', 'credit') });
    const [all, cost] = [fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 0, max: 3_000 })];
    fc.assert(
      fc.property(all, cost, fc.array(step, { maxLength: 12 }), (thousandths, cents, steps) => {
        const billing = new Billing(thousandths, cents);
        for (const [i, { share, what }] of steps.entries()) billing.step(what, share, i);
        if (billing.left > 0) billing.take('bil_last', billing.left);
        expect(billing.rest).toEqual({ quantity: '0', value: 0 });
        expect(billedOf(billing.parts, 1).value).toBe(cents);
      }),
    );
  });
});
