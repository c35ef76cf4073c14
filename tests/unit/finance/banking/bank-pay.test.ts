import { expect, it } from 'vitest';
import { PayrollPayments } from '../../../../shared/domain/hr/payroll/payroll-payment.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { norma43 } from '../../../support/bank-samples.ts';
import { bankingOf } from '../../../support/banking.ts';
import { usePayroll } from '../../../support/payroll-in-memory.ts';
import { projectCompany } from '../../../support/projection.ts';
import { eur } from '../../../support/receivables.ts';

const company = usePayroll('2026-02-20T10:00:00Z');
const [CLARA, OSCAR] = ['ES7921000813610123456789', 'ES6621000418401234567891'];
const FEBRUARY = { opening: 1_000_000, from: '2026-02-01', to: '2026-02-28' };
type Told = Parameters<typeof norma43>[0][number];

/** Óscar and Clara, the second by name, are owed 1,352.69 each of January: the run is posted, its file is with the bank. */
async function paidRun(...told: Told[]) {
  const { tenant, pay } = company;
  const bank = bankingOf(tenant);
  const account = await bank.account();
  await bank.ask('carla', 'GET /banking/accounts', undefined, { roles: ['accountant'] });
  await pay.employ({ givenName: 'Clara', taxId: '12345678Z', iban: CLARA });
  await pay.employ({ givenName: 'Óscar', familyName: 'Prieto', taxId: '87654321X', iban: OSCAR });
  const { id: runId } = await pay.pay('2026-01');
  await bank.take(norma43(told, FEBRUARY));
  const lines = await bank.lines(account.id);
  const candidates = async (by: string, lineId: string) => (await bank.done(by, `GET /banking/lines/${lineId}/candidates`)).items;
  const propose = (what: string, more: object = {}) => pay.done('pia', 'POST /payroll/payments', { what, runId, ...more });
  const approve = (id: string) => pay.done('ana', `POST /payroll/payments/${id}/approval`);
  const payment = (id: string) => pay.done('pia', `GET /payroll/payments/${id}`);
  const reconciled = async () => {
    await projectCompany(tenant);
    return bank.done('ana', `GET /banking/accounts/${account.id}/reconciliation`);
  };
  return { bank, pay, account, runId, lines, candidates, propose, approve, payment, reconciled };
}
type Entry = { lines: { account: string; debit: { amount: string }; credit: { amount: string } }[] };
const postedBy = ({ entries }: { entries: Entry[] }) =>
  entries.map(({ lines }) => lines.map(({ account, debit, credit }) => [account, debit.amount, credit.amount]));

const BATCH = 2 * 135_269;

it('one line pays a run that nobody has proposed to pay: 465 to the bank once, and undone it is owed again', async () => {
  const { bank, pay, lines, candidates, runId, payment } = await paidRun({ date: '2026-02-20', amount: -BATCH, text: 'REMESA NOMINAS' });
  const [line] = lines;
  const [found] = await candidates('carla', line.id);
  expect(found).toMatchObject({ documents: [{ kind: 'payroll-run', id: runId }], parts: [{ as: 'pay', documentId: runId }] });
  const matched = await bank.match('carla', line.id, found.parts);
  const [{ id, amount }] = matched.match.parts;
  expect([amount, matched.state]).toEqual([eur('-2705.38'), 'matched']);
  const paid = await payment(id);
  expect([paid.state, paid.date, postedBy(paid)]).toEqual([
    ...['paid', '2026-02-20'],
    [
      [
        ['465', '2705.38', '0.00'],
        ['572', '0.00', '2705.38'],
      ],
    ],
  ]);
  expect(await pay.refused('pia', 'POST /payroll/payments', { what: 'wages', runId })).toEqual([
    422,
    'payroll_payment.twice',
    'body.runId',
  ]);
  const undone = await bank.unmatch('carla', line.id);
  expect(undone.undone).toMatchObject([{ as: 'pay', id, how: 'reversed' }]);
  expect((await payment(id)).state).toBe('reversed');
  expect((await candidates('carla', line.id))[0].parts).toEqual([{ as: 'pay', documentId: runId }]);
});

it('a payment that is posted is only tied: nothing is posted again, it is reversed by nobody meanwhile, and undone it stays', async () => {
  const { bank, pay, lines, candidates, propose, approve, payment, reconciled } = await paidRun({
    ...{ date: '2026-02-20', amount: -BATCH, text: 'REMESA NOMINAS' },
  });
  const [line] = lines;
  const { id } = await propose('wages');
  await approve(id);
  expect((await reconciled()).entries).toMatchObject([{ document: id, amount: eur('-2705.38') }]);
  const found = await candidates('carla', line.id);
  expect(found.map(({ parts }: { parts: object[] }) => parts)).toEqual([[{ as: 'pay', documentId: id }]]);
  await bank.match('carla', line.id, found[0].parts);
  expect([postedBy(await payment(id)).length, (await reconciled()).entries]).toEqual([1, []]);
  const reversal = `POST /payroll/payments/${id}/reversal`;
  const { status, body } = await pay.ask('ana', reversal, { reason: 'El banco la devolvió' });
  expect([status, body.code, body.params]).toEqual([422, 'payroll_payment.told', { line: line.id, date: '2026-02-20' }]);
  expect(body.detail).toContain('undo that match first');
  const { actions } = await pay.done('ana', `GET /payroll/payments/${id}`);
  expect(actions.reversePayrollPayment).toMatchObject({ code: 'payroll_payment.told', params: { line: line.id } });
  expect((await bank.unmatch('carla', line.id)).undone).toMatchObject([{ as: 'pay', id, how: 'untied' }]);
  expect((await payment(id)).state).toBe('paid');
  expect((await pay.done('ana', reversal, { reason: 'El banco la devolvió' })).state).toBe('reversed');
});

it('a line a person: each is tied once by its number, the payment is posted with the first, and what is left is told', async () => {
  const { bank, pay, lines, candidates, runId, payment, reconciled } = await paidRun(
    { date: '2026-02-20', amount: -135_269, text: 'TRANSFERENCIA NOMINA CLARA VEGA' },
    { date: '2026-02-21', amount: -135_269, text: 'TRANSFERENCIA NOMINA OSCAR PRIETO' },
    { date: '2026-02-21', amount: -135_269, text: 'TRANSFERENCIA NOMINA CLARA VEGA' },
  );
  const [clara, oscar, twice] = lines;
  const [first] = await candidates('carla', clara.id);
  expect(first).toMatchObject({ documents: [{ partyName: 'Clara Vega', no: 2 }], parts: [{ as: 'pay', documentId: runId, no: 2 }] });
  const { match } = await bank.match('carla', clara.id, first.parts);
  const [{ id }] = match.parts;
  expect(postedBy(await payment(id))[0]).toEqual([
    ['465', '2705.38', '0.00'],
    ['572', '0.00', '2705.38'],
  ]);
  expect((await reconciled()).entries).toMatchObject([{ document: id, amount: eur('-1352.69') }]);
  // What a line tells of already, no other does.
  expect(await candidates('carla', twice.id)).toEqual([]);
  const again = (parts: object[]) => bank.refused('carla', `POST /banking/lines/${twice.id}/match`, { parts });
  expect(await again([{ as: 'pay', documentId: id, no: 2 }])).toEqual([409, 'bank_line.taken', 'body.parts']);
  expect(await again([{ as: 'pay', documentId: id, no: 3 }])).toEqual([422, 'payment_run.no_payment', 'body.parts.0.no']);
  const [second] = await candidates('carla', oscar.id);
  await bank.match('carla', oscar.id, second.parts);
  expect([(await reconciled()).entries, postedBy(await payment(id)).length]).toEqual([[], 1]);
  expect(await again([{ as: 'pay', documentId: id }])).toEqual([422, 'bank_line.pay', 'body.parts.0.documentId']);
  // The first line had posted it, and another tells of it still.
  expect((await bank.unmatch('carla', clara.id)).undone).toMatchObject([{ how: 'untied' }]);
  expect(await pay.refused('ana', `POST /payroll/payments/${id}/reversal`, { reason: 'x' })).toEqual([
    422,
    'payroll_payment.told',
    'path.paymentId',
  ]);
  expect((await bank.unmatch('carla', oscar.id)).undone).toMatchObject([{ how: 'untied' }]);
  expect((await bank.records.getOrThrow(PayrollPayments, id)).told).toBeUndefined();
});

it('who is paid how much is offered where the line says whose it is, not by an amount alone', async () => {
  const { lines, candidates } = await paidRun({ date: '2026-02-20', amount: -135_269, text: 'RECIBO SUMINISTROS DEL SUR' });
  expect(await candidates('carla', lines[0].id)).toEqual([]);
});

it('somebody whom the file does not pay is no part of the batch: their cheque is a line of its own', async () => {
  const { tenant, pay } = company;
  await pay.employ({ givenName: 'Bruno', familyName: 'Gil', taxId: '00000014Z' });
  const { bank, lines, candidates, runId } = await paidRun(
    { date: '2026-02-20', amount: -BATCH, text: 'REMESA NOMINAS' },
    { date: '2026-02-23', amount: -135_269, text: 'CHEQUE BRUNO GIL' },
  );
  expect(tenant).toBeTruthy();
  const [batch, cheque] = lines;
  const [found] = await candidates('carla', batch.id);
  expect([found.amount, found.parts]).toEqual([eur('-2705.38'), [{ as: 'pay', documentId: runId }]]);
  const [{ id }] = (await bank.match('carla', batch.id, found.parts)).match.parts;
  const [own] = await candidates('carla', cheque.id);
  expect([own.documents, own.parts]).toMatchObject([[{ id, open: eur('1352.69') }], [{ as: 'pay', documentId: id, no: 3 }]]);
  // The other two are in the batch.
  const parts = [{ as: 'pay', documentId: id, no: 1 }];
  expect(await bank.refused('carla', `POST /banking/lines/${cheque.id}/match`, { parts })).toEqual([409, 'bank_line.taken', 'body.parts']);
});

it('a payment that somebody proposed is posted by the line, not by whoever proposed it; contributions leave 476', async () => {
  const { bank, lines, candidates, propose, payment } = await paidRun(
    { date: '2026-02-20', amount: -BATCH, text: 'REMESA NOMINAS' },
    { date: '2026-02-20', amount: -154_600, text: 'TGSS COTIZACION 0111' },
  );
  const { id } = await propose('wages', { date: '2026-02-19' });
  const contributions = await bank.ask('pia', 'GET /banking/accounts', undefined, { roles: ['payroll', 'accountant'] });
  expect(contributions.status).toBe(200);
  const [wages, tgss] = lines;
  const parts = [{ as: 'pay', documentId: id }];
  expect(await bank.refused('pia', `POST /banking/lines/${wages.id}/match`, { parts })).toEqual([
    ...[403, 'payroll_payment.own', 'body.parts.0.documentId'],
  ]);
  await bank.match('carla', wages.id, parts);
  expect(await payment(id)).toMatchObject({ state: 'paid', date: '2026-02-20', approvedBy: expect.stringContaining('carla') });
  const owed = await company.pay.done('pia', 'POST /payroll/payments', { what: 'contributions', month: '2026-01' });
  expect(owed.amount).toEqual(eur('1546.00'));
  const [found] = await candidates('carla', tgss.id);
  await bank.match('carla', tgss.id, found.parts);
  expect(postedBy(await payment(owed.id))).toEqual([
    [
      ['476', '1546.00', '0.00'],
      ['572', '0.00', '1546.00'],
    ],
  ]);
});

it('a run of matching ties lines that name their people, though both are paid as much, and posts once', async () => {
  const { bank, account, lines, payment } = await paidRun(
    { date: '2026-02-20', amount: -135_269, text: 'TRANSFERENCIA NOMINA CLARA VEGA' },
    { date: '2026-02-20', amount: -135_269, text: 'TRANSFERENCIA NOMINA OSCAR PRIETO' },
  );
  const { records } = bank;
  const own = await records.getOrThrow(Companies, COMPANY_ID);
  await records.commit([update(Companies, own, { ...own, policies: { ...own.policies, bankMatching: 'post' } })]);
  expect((await bank.run(account.id)).counts).toMatchObject({ lines: 2, byEngine: 2, refused: 0 });
  expect(await bank.lines(account.id)).toEqual([]);
  const [{ match }, { match: second }] = await Promise.all(
    lines.map(({ id }: { id: string }) => bank.done('ana', `GET /banking/lines/${id}`)),
  );
  expect([match.parts[0].no, second.parts[0].no, second.parts[0].id]).toEqual([2, 1, match.parts[0].id]);
  expect(postedBy(await payment(match.parts[0].id))).toHaveLength(1);
});
