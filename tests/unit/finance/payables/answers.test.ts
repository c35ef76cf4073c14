import { beforeEach, expect, it } from 'vitest';
import { newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { billBody, of, payablesOf, payBody } from '../../../support/payables.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers of any action.
type Answer = any;

const table = useMemoryTable();
let tenant = '';
let api: ReturnType<typeof payablesOf>;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant, { billApprovalLimit: 1000_00 });
  api = payablesOf(tenant);
  for (const by of ['ana', 'bea', 'carlos']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
});
const REASON = { reason: 'Se comprueba', date: '2026-03-31' };
const ON = { date: '2026-03-31' };

/** How each action is asked for on a record that answers it. */
const requests = (openBill: string): Readonly<Record<string, (record: Answer) => readonly [string, object?]>> => {
  const paid = ({ allocations }: Answer) => allocations.find((each: Answer) => each.with.startsWith('bil_'))?.with ?? openBill;
  const allocations = [of(openBill, '0.01')];
  return {
    approveSupplierBill: ({ id }) => [`POST /payables/bills/${id}/approval`],
    reverseSupplierBill: ({ id }) => [`POST /payables/bills/${id}/reversal`, REASON],
    recordSupplierPayment: ({ id, supplierId }) => ['POST /payables/payments', payBody(supplierId, '1.00', [of(id, '1.00')], ON)],
    recordSupplierCreditNote: ({ id, supplierId }) => [
      'POST /payables/credit-notes',
      billBody(supplierId, 'R-X', '0.10', { corrects: id, receivedOn: '2026-03-31' }),
    ],
    allocateSupplierCreditNote: ({ id }) => [`POST /payables/credit-notes/${id}/allocations`, { ...ON, allocations }],
    deallocateSupplierCreditNote: (note) => [`POST /payables/credit-notes/${note.id}/allocations/${paid(note)}/removal`, ON],
    reverseSupplierCreditNote: ({ id }) => [`POST /payables/credit-notes/${id}/reversal`, REASON],
    allocateSupplierPayment: ({ id }) => [`POST /payables/payments/${id}/allocations`, { ...ON, allocations }],
    deallocateSupplierPayment: (payment) => [`POST /payables/payments/${payment.id}/allocations/${paid(payment)}/removal`, ON],
    reverseSupplierPayment: ({ id }) => [`POST /payables/payments/${id}/reversal`, REASON],
  };
};

/** Records in every state that they have. */
async function everything() {
  const { id } = await api.supplier();
  const credit = (reference: string, net: string, more: object = {}) =>
    api.done('ana', 'POST /payables/credit-notes', billBody(id, reference, net, { receivedOn: '2026-03-20', ...more }));
  const [open, paid, reversed, waiting, approved, given] = [
    await api.bill(id, '1', '100.00'),
    await api.bill(id, '2', '100.00'),
    await api.bill(id, '3', '100.00'),
    await api.bill(id, '4', '2000.00'),
    await api.bill(id, '5', '2000.00'),
    await api.bill(id, '6', '100.00'),
  ];
  await api.done('ana', `POST /payables/bills/${reversed.id}/reversal`, REASON);
  await api.done('bea', `POST /payables/bills/${approved.id}/approval`);
  const [used, free, bounced] = [
    await api.pay('carlos', id, '121.00', [of(paid.id, '121.00')]),
    await api.pay('carlos', id, '30.00'),
    await api.pay('carlos', id, '20.00', [of(approved.id, '20.00')]),
  ];
  await api.done('carlos', `POST /payables/payments/${bounced.id}/reversal`, REASON);
  const [consumed, loose, undone] = [
    await credit('R1', '100.00', { corrects: given.id }),
    await credit('R2', '10.00'),
    await credit('R3', '10.00'),
  ];
  await api.done('ana', `POST /payables/credit-notes/${undone.id}/reversal`, REASON);
  return {
    open: open.id,
    paths: [
      ...[open, paid, reversed, waiting, approved, given].map((bill) => `bills/${bill.id}`),
      ...[used, free, bounced].map((payment) => `payments/${payment.id}`),
      ...[consumed, loose, undone].map((note) => `credit-notes/${note.id}`),
    ],
  };
}

/** Asks for an action as a record answers it: refused by the same rule, or carried out on a dry run. */
async function compare(by: string, route: string, body: object | undefined, why: Answer, at: string): Promise<void> {
  const { status, body: answer } = await api.ask(by, route, body, { query: { dryRun: 'true' } });
  if (why) expect([answer.code, answer.detail], at).toEqual([why.code, why.message]);
  else expect(status, `${at}: ${answer.code} ${answer.detail}`).toBeLessThan(300);
}

it('what a record answers of its actions is what they say to each who asks', async () => {
  const { open, paths } = await everything();
  const asked = requests(open);
  const met = { refused: new Set<string>(), allowed: new Set<string>() };
  for (const path of ['ana', 'bea', 'carlos'].flatMap((by) => paths.map((of) => [by, of] as const))) {
    const record = await api.done(path[0], `GET /payables/${path[1]}`);
    for (const [name, why] of Object.entries<Answer>(record.actions)) {
      const [route = '', body] = asked[name]?.(record) ?? [];
      await compare(path[0], route, body, why, `${name} on ${path.join(' by ')}`);
      met[why ? 'refused' : 'allowed'].add(name);
    }
  }
  // Each has been met both ways.
  expect([...met.refused].sort()).toEqual(Object.keys(asked).sort());
  expect([...met.allowed].sort()).toEqual(Object.keys(asked).sort());
});
