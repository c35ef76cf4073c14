import { describe, expect, it } from 'vitest';
import { Invoices } from '../../shared/domain/finance/receivables/invoice.ts';
import { addDays, dateIn } from '../../shared/kernel/date.ts';
import { update } from '../../shared/kernel/record.ts';
import { eventually, invokeWorker, mailsTo } from '../support/cloud.ts';
import { receivablesOf } from '../support/receivables.ts';
import { runningShop } from '../support/running-shop.ts';

const today = dateIn('Europe/Madrid', new Date());
let shops = 0;

/** A shop with reminders a day and a week after the due date, whose customer has an address. */
async function reminding(policies: object = {}) {
  shops += 1;
  const email = `deudor-${Date.now()}-${shops}@example.com`;
  const the = await runningShop({ dunningDays: [1, 8], ...policies }, email);
  const { customerId, records, tenant } = the.company;
  const of = receivablesOf(tenant);
  /** `[reminders, day of the last]`. */
  const told = async (id: string) => {
    const { reminders, remindedOn } = await records.getOrThrow(Invoices, id);
    return [reminders, remindedOn];
  };
  const look = () => invokeWorker('remindCustomers');
  const sent = async () => (await mailsTo(email)).map((mail) => /Recordatorio de pago: ([^"\\]*)/.exec(mail)?.[1]);
  return { the, of, customerId, records, told, look, sent };
}

describe('a customer who owes', () => {
  it('is reminded in one letter of what came of an order that has partly shipped, and of a draft; once a day', async () => {
    const { the, of, customerId, told, look, sent } = await reminding();
    const { id } = await the.place('2026-03-02');
    const { invoiceId } = await the.ship(id, '2026-03-02', { lines: [{ line: 1, quantity: '1' }] });
    const draft = await of.invoice(customerId, '50');
    await look();
    expect([await told(invoiceId), await told(draft.id)]).toEqual([
      [1, today],
      [1, today],
    ]);
    await look();
    expect(await sent()).toEqual(['2 facturas']);
    const shown = await of.done(`GET /invoices/${invoiceId}`);
    expect([shown.reminders, shown.remindedOn, shown.nextReminder]).toEqual([1, today, addDays(today, 7)]);
  });

  it('gets the next letter a week after the last, and none after it', async () => {
    const { of, customerId, records, told, look, sent } = await reminding();
    const { id } = await of.invoice(customerId, '50');
    const back = async (days: number) => {
      const invoice = await records.getOrThrow(Invoices, id);
      await records.commit([update(Invoices, invoice, { ...invoice, remindedOn: addDays(today, -days) })]);
    };
    await look();
    for (const days of [6, 7, 100]) {
      await back(days);
      await look();
    }
    expect([await told(id), (await sent()).length]).toEqual([[2, addDays(today, -100)], 2]);
  });

  it('is not asked for what unused credit covers, and is for the rest', async () => {
    const { of, customerId, told, look, sent } = await reminding();
    const [first, second] = [await of.invoice(customerId, '100'), await of.invoice(customerId, '200', { date: '2026-03-11' })];
    await of.receipt(customerId, '150');
    await look();
    // 121.00 of it are the first invoice's; of the second, 242.00, there are 29.00 and 213.00 are left.
    expect([await told(first.id), await told(second.id), await sent()]).toEqual([
      [undefined, undefined],
      [1, today],
      [`factura ${second.number}`],
    ]);
  });

  it('is reminded of an invoice of a closed order whose receipt bounced', async () => {
    const { the, told, look } = await reminding();
    const { id } = await the.place('2026-03-02');
    const { invoiceId } = await the.ship(id, '2026-03-02');
    const receipt = await the.pay(invoiceId);
    await eventually('the close', async () => (await the.order(id)).status === 'closed');
    await look();
    expect(await told(invoiceId)).toEqual([undefined, undefined]);
    await the.bounce(receipt.id);
    await look();
    expect(await told(invoiceId)).toEqual([1, today]);
  });

  it('is left alone where the company never reminds, or the customer has no address', async () => {
    const { of, customerId, told, look } = await reminding({ dunningDays: [] });
    const { id } = await of.invoice(customerId, '50');
    const silent = await runningShop({ dunningDays: [1] });
    const { invoice } = receivablesOf(silent.company.tenant);
    const unaddressed = await invoice(silent.company.customerId, '50');
    await look();
    expect(await told(id)).toEqual([undefined, undefined]);
    expect((await silent.company.records.getOrThrow(Invoices, unaddressed.id)).reminders).toBeUndefined();
  });
});
