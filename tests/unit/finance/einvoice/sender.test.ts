import { beforeEach, describe, expect, it } from 'vitest';
import { followDocument } from '../../../../functions/finance/einvoice/follow-document.ts';
import { type EInvoiceSender, OFF } from '../../../../functions/finance/einvoice/sender.ts';
import { CreditExposures, Customers, exposureId } from '../../../../shared/domain/crm/customers/customer.ts';
import { create } from '../../../../shared/kernel/record.ts';
import { newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { payablesOf } from '../../../support/payables.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const BUYER = `cus_${'1'.repeat(26)}`;
let tenant: string;
let einvoices: ReturnType<typeof einvoicingOf>;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  const company = await newCompany(tenant, {}, 100_000_000);
  await company.records.commit([
    create(Customers, BUYER, { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', paymentDays: 30, creditLimit: 100_000_000 }),
    create(CreditExposures, exposureId(BUYER), { exposure: 0 }),
  ]);
  einvoices = einvoicingOf(tenant);
  await einvoices.done('PATCH /e-invoicing/settings', { followedFrom: '2026-01-01' });
});

/** An adapter that sends, and keeps what it was asked for. */
function platform() {
  const asked: string[] = [];
  const sender: EInvoiceSender = {
    send: async ({ document }) => {
      asked.push(document.id);
      return { by: 'itself', on: document.date };
    },
  };
  return { asked, sender };
}
const follow = (id: string, sender?: EInvoiceSender) => followDocument(recordsOf(tenant), id, new Date(), sender);

describe('the boundary of sending', () => {
  it('is off: what is issued waits for a person', async () => {
    const { id } = await receivablesOf(tenant).invoice(BUYER, '100');
    await follow(id);
    expect(await einvoices.statusOf(id)).toMatchObject({ state: 'unsent', steps: [] });
    expect(await OFF.send({} as never)).toEqual({ by: 'person' });
  });

  it('an adapter in its place sends each issued one once, and it says so', async () => {
    const { asked, sender } = platform();
    const { id, date } = await receivablesOf(tenant).invoice(BUYER, '100');
    await follow(id, sender);
    await follow(id, sender);
    expect(asked).toEqual([id]);
    expect(await einvoices.statusOf(id)).toMatchObject({ state: 'sent', steps: [{ status: 'sent', on: date, from: 'platform' }] });
    expect((await einvoices.done('GET /e-invoicing/queue')).counts.unsent).toBe(0);
  });

  it('what breaks off before it is kept is asked for again by the same key', async () => {
    const { asked, sender } = platform();
    const { id } = await receivablesOf(tenant).invoice(BUYER, '100');
    const broken: EInvoiceSender = {
      send: async (outgoing) => {
        await sender.send(outgoing);
        throw new Error('the line went dead');
      },
    };
    await expect(follow(id, broken)).rejects.toThrow('the line went dead');
    await follow(id, sender);
    expect(asked).toEqual([id, id]);
    expect((await einvoices.statusOf(id)).steps).toHaveLength(1);
  });

  it('what came in is never sent', async () => {
    const { asked, sender } = platform();
    const books = payablesOf(tenant);
    const bill = await books.bill((await books.supplier({ taxId: 'B58378431' })).id, 'A-1', '100');
    await follow(bill.id, sender);
    expect(asked).toEqual([]);
  });
});
