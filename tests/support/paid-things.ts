import { dateIn } from '../../shared/kernel/date.ts';
import { BANK_IBAN, EXAMPLE_N43, norma43 } from './bank-samples.ts';
import { eventually } from './cloud.ts';
import { send, type Tenant } from './http.ts';
import { eur } from './receivables.ts';
import { done, type Post } from './trading-company.ts';

/** A bank account with a statement that was uploaded. */
export async function bankStatement(
  { tokens }: Tenant,
  post: Post,
): Promise<Record<'bka' | 'bkf' | 'bst' | 'bkl' | 'bru' | 'brt' | 'bmr' | 'bht', string>> {
  const bka = (await post('/banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572' })).id;
  const { id: bkf, upload } = await post('/banking/files', { fileName: '2026-03.n43', bytes: EXAMPLE_N43.length });
  await fetch(upload.url, { method: 'PUT', body: EXAMPLE_N43 });
  const bst = await eventually(
    'the statement',
    async () => (await done(send(`GET /banking/files/${bkf}`, { token: tokens.owner }))).statements[0]?.statementId,
    60,
  );
  const bkl = await eventually(
    'its lines',
    async () => (await done(send(`GET /banking/lines?bankAccountId=${bka}&state=open`, { token: tokens.owner }))).items[0]?.id,
    60,
  );
  const rule = {
    name: 'Comisiones',
    conditions: { direction: 'out', texts: ['comision'] },
    action: { entry: { lines: [{ account: '626' }] } },
  };
  const bru = (await post('/banking/rules', rule)).id;
  const brt = (await post(`/banking/rules/${bru}/back-test`, {})).id;
  const bmr = (await post('/banking/match-runs', { bankAccountId: bka })).id;
  const { items } = await done(send(`GET /banking/lines?bankAccountId=${bka}&state=open`, { token: tokens.owner }));
  const fee = items.find(({ amount }: { amount: { amount: string } }) => amount.amount === '-3.50');
  await post(`/banking/lines/${fee.id}/match`, { parts: [{ as: 'entry', account: '626', amount: eur('-3.50') }] });
  const bht = (await done(send('GET /banking/habits', { token: tokens.owner }))).items[0].id;
  return { bka, bkf, bst, bkl, bru, brt, bmr, bht };
}

/** A payment run that two people have approved, with its file: a program had entered the supplier's IBAN. */
export async function paymentRun({ tokens }: Tenant): Promise<string> {
  const as = (role: 'owner' | 'accountant' | 'integration') => (route: string, body: object) =>
    done(send(route, { token: tokens[role], body }));
  const date = new Date().toISOString().slice(0, 10);
  const supplier = { name: 'Talleres Robla, S.L.', expenseAccount: '622', iban: 'ES7921000813610123456789' };
  const { id: supplierId } = await as('integration')('POST /payables/suppliers', supplier);
  const bill = { supplierId, reference: 'A-2', date, lines: [{ net: eur('100.00') }] };
  const { id: billId } = await as('integration')('POST /payables/bills', bill);
  const asked = { billIds: [billId], iban: 'ES9121000418450200051332' };
  const { id } = await as('owner')('POST /treasury/payment-runs', asked);
  for (const role of ['owner', 'accountant'] as const)
    await as(role)(`POST /treasury/payment-runs/${id}/approval`, { confirmed: [supplierId] });
  const stateOf = async () => (await done(send(`GET /treasury/payment-runs/${id}`, { token: tokens.owner }))).state;
  await eventually('the file of the payment run', async () => (await stateOf()) === 'sent', 60);
  return id;
}

/** What a supplier pays back of a credit note, by the line of the bank. */
export async function supplierRefund({ tokens }: Tenant, post: Post, supplierId: string, bankAccountId: string): Promise<string> {
  const date = dateIn('Europe/Madrid', new Date());
  const paper = { supplierId, reference: 'R-2', date, lines: [{ account: '629', net: eur('30.00') }] };
  const { id: creditNoteId } = await post('/payables/credit-notes', paper);
  const text = norma43([{ date, amount: 3630, text: 'DEVOLUCION PAPELERIA ARENAL' }], { opening: 148_850, from: date, to: date });
  const { upload } = await post('/banking/files', { fileName: 'devolucion.n43', bytes: Buffer.byteLength(text) });
  await fetch(upload.url, { method: 'PUT', body: text });
  const lines = async () =>
    (await done(send(`GET /banking/lines?bankAccountId=${bankAccountId}&state=open`, { token: tokens.owner }))).items.find(
      ({ amount }: { amount: { amount: string } }) => amount.amount === '36.30',
    )?.id;
  const line = await eventually('the line of what the supplier pays back', lines, 60);
  const part = { as: 'supplier-refund', supplierId, credits: [{ creditNoteId, amount: eur('36.30') }] };
  return (await post(`/banking/lines/${line}/match`, { parts: [part] })).match.parts[0].id;
}
