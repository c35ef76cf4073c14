import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as recountExposures } from '../../../functions/crm/customers/recount-exposures.event.ts';
import { CreditExposures, exposureId, mayBeRecounted } from '../../../shared/domain/crm/customers/customer.ts';
import { enlistTenant } from '../../../shared/runtime/tenants.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { eur } from '../../support/receivables.ts';
import { newSeller } from '../../support/seller.ts';

const table = useMemoryTable({ openWork: true });
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());
beforeEach(() => table.clear());

/** A shop whose customer has no limit yet; one piece is 10.00, with VAT 12.10. */
async function shop() {
  const s = await newSeller([['TAZA', 100, 100_000]]);
  await enlistTenant(s.tenant);
  const id = exposureId(s.customerId);
  const credit = () => s.records.getOrThrow(CreditExposures, id);
  return {
    credit,
    order: (quantity: string) => s.place([{ itemId: s.items[0] ?? '', quantity }]),
    limit: () => s.done('patchCustomer', { path: [s.customerId], body: { creditLimit: eur('500.00') } }),
    /** An hour later, what the hourly run does where it may. */
    recount: async () => {
      vi.setSystemTime(Date.now() + 3_600_000);
      expect((await recountExposures(undefined)).failed).toBe(0);
    },
    risk: async () => {
      const { exposure, counting } = await credit();
      const shown = await s.done('getCustomer', { path: [s.customerId] });
      expect([shown.exposure, shown.counting]).toEqual([eur((exposure / 100).toFixed(2)), counting ? true : undefined]);
      return { exposure, isCounting: counting !== undefined };
    },
  };
}

describe('what a customer has at risk when their first credit limit is set', () => {
  it('is counted with the order that is placed while it is counted', async () => {
    const s = await shop();
    await s.order('2');
    table.before('TransactWriteItems', () => s.order('10'));
    await s.limit();
    // 2 × 12.10; the other one knew of no limit, and the count did not know of it.
    expect(await s.risk()).toEqual({ exposure: 2420, isCounting: true });
    await s.recount();
    await s.recount();
    expect(await s.risk()).toEqual({ exposure: 14_520, isCounting: false });
  });

  it('is counted with the order whose placing had begun before and ends after', async () => {
    const s = await shop();
    table.before('TransactWriteItems', () => s.limit());
    await s.order('10');
    expect(await s.risk()).toEqual({ exposure: 0, isCounting: true });
    await s.recount();
    await s.recount();
    expect(await s.risk()).toEqual({ exposure: 12_100, isCounting: false });
  });

  it('is counted with the order that the index does not show yet', async () => {
    const s = await shop();
    table.hold();
    await s.order('10');
    await s.limit();
    table.follow();
    expect(await s.risk()).toEqual({ exposure: 0, isCounting: true });
    await s.recount();
    await s.recount();
    expect(await s.risk()).toEqual({ exposure: 12_100, isCounting: false });
  });

  it('counts nothing twice of what is placed afterwards, and believes no count that another does not bear out', async () => {
    const s = await shop();
    await s.limit();
    table.hold();
    await s.order('10');
    // The count misses it, since the index is behind: by itself that changes nothing.
    await s.recount();
    expect(await s.risk()).toEqual({ exposure: 12_100, isCounting: true });
    table.follow();
    await s.recount();
    await s.order('1');
    await s.recount();
    expect(await s.risk()).toEqual({ exposure: 13_310, isCounting: false });
  });

  it('waits for the next run where it changes while it is counted', async () => {
    const s = await shop();
    await s.order('1');
    await s.limit();
    await s.recount();
    table.before('PutItem', () => s.order('2'));
    await s.recount();
    expect(await s.risk()).toEqual({ exposure: 3630, isCounting: true });
    await s.recount();
    expect(await s.risk()).toEqual({ exposure: 3630, isCounting: false });
  });

  it('is counted again only once nobody is at work any more who knew of no limit', async () => {
    const s = await shop();
    await s.limit();
    const found = await s.credit();
    const itMay = (minutes: number) => mayBeRecounted(found, new Date(Date.now() + minutes * 60_000));
    expect([itMay(0), itMay(19), itMay(20)]).toEqual([false, false, true]);
  });
});
