import { expect, it } from 'vitest';
import { norma43 } from '../../support/bank-samples.ts';
import { bankOf } from '../../support/bank-upload.ts';
import { eventually } from '../../support/cloud.ts';
import { send } from '../../support/http.ts';
import { COMPANY_IBAN, payrollOf } from '../../support/payroll.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const month = '2026-11';

/** Clara and Óscar earn 1,352.69 each in November: the run is posted and its file written; then the bank's statement is sent. */
async function paidMonth() {
  const company = await foundCompany();
  const pay = payrollOf(company.name);
  await pay.letIn();
  await pay.employ({ givenName: 'Clara', taxId: '12345678Z', iban: 'ES7921000813610123456789' });
  await pay.employ({ givenName: 'Óscar', familyName: 'Prieto', taxId: '87654321X', iban: 'ES6621000418401234567891' });
  const { id: runId } = await pay.done('pia', 'POST /payroll/runs', { month, iban: COMPANY_IBAN });
  const get = () => pay.done('pia', `GET /payroll/runs/${runId}`);
  await eventually('it is worked out', async () => (await get()).state === 'proposed', 60);
  for (const by of ['ana', 'bea']) await pay.approve(by, runId);
  await eventually('it is posted', async () => (await get()).state === 'posted', 60);
  const { payDate } = await get();
  const bank = bankOf(company);
  const account = await bank.account();
  const take = (...amounts: (readonly [amount: number, text: string])[]) =>
    bank.take(
      account.id,
      norma43(
        amounts.map(([amount, text]) => ({ date: payDate, amount, text })),
        { opening: 1_000_000, from: payDate, to: payDate },
      ),
    );
  const reconciled = () => bank.get(`/banking/accounts/${account.id}/reconciliation?consistent=true`);
  const owed = async () => {
    const { rows } = await done(send('GET /trial-balance?consistent=true', { token: company.tokens.owner }));
    const row = rows.find((each: { account: string }) => each.account === '465');
    return [row.debit.amount, row.credit.amount];
  };
  return { pay, runId, bank, take, reconciled, owed };
}

it('a Norma 43 file with one line for all wages: posted once, reconciled, reversed by nobody before the match is undone', async () => {
  const { pay, runId, bank, take, reconciled, owed } = await paidMonth();
  const [line] = await take([-270_538, 'REMESA NOMINAS NOVIEMBRE']);
  const [found] = (await bank.get(`/banking/lines/${line.id}/candidates`)).items;
  expect(found.parts).toEqual([{ as: 'pay', documentId: runId }]);
  const matched = await bank.post(`/banking/lines/${line.id}/match`, { parts: found.parts });
  const [{ id, amount }] = matched.match.parts;
  expect([amount, await owed(), (await reconciled()).entries]).toEqual([eur('-2705.38'), ['2705.38', '2705.38'], []]);
  const { status, body } = await pay.ask('ana', `POST /payroll/payments/${id}/reversal`, { reason: 'El banco la devolvió' });
  expect([status, body.code, body.params.line]).toEqual([422, 'payroll_payment.told', line.id]);
  const undone = await bank.post(`/banking/lines/${line.id}/unmatch`, {});
  expect(undone.undone).toMatchObject([{ as: 'pay', id, how: 'reversed' }]);
  expect(await owed()).toEqual(['2705.38', '5410.76']);
});

it('a line a person of a payment that was posted before: tied to it at the same moment, nothing is posted again', async () => {
  const { pay, runId, bank, take, reconciled, owed } = await paidMonth();
  const payment = await pay.done('pia', 'POST /payroll/payments', { what: 'wages', runId });
  await pay.done('ana', `POST /payroll/payments/${payment.id}/approval`);
  const lines = await take([-135_269, 'TRANSFERENCIA NOMINA CLARA VEGA'], [-135_269, 'TRANSFERENCIA NOMINA OSCAR PRIETO']);
  const parts = await Promise.all(lines.map(async ({ id }) => (await bank.get(`/banking/lines/${id}/candidates`)).items[0].parts));
  expect(parts).toEqual([2, 1].map((no) => [{ as: 'pay', documentId: payment.id, no }]));
  await Promise.all(lines.map(({ id }, i) => bank.post(`/banking/lines/${id}/match`, { parts: parts[i] })));
  expect([await owed(), (await reconciled()).entries]).toEqual([['2705.38', '2705.38'], []]);
});
