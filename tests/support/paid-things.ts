import { enterMember } from '../../infra/tools/local/members.ts';
import { addMonths, dateIn } from '../../shared/kernel/date.ts';
import { BANK_IBAN, norma43 } from './bank-samples.ts';
import { eventually } from './cloud.ts';
import { newUser, type Response, send, type Tenant } from './http.ts';
import { eur } from './receivables.ts';

type Post = (path: string, body: object) => Promise<Response['body']>;
type Done = (response: Promise<Response>) => Promise<Response['body']>;

/** The month whose pay {@link payrollRun} works out. */
export const PAID_MONTH = '2026-10';

/** The payment of a month's wages, and the run of the next month: one after the other, as months are paid. */
export async function paidWages(tenant: Tenant, post: Post, done: Done): Promise<{ readonly ppy: string; readonly pyn: string }> {
  const ppy = await payrollPayment(tenant, post, done);
  return { ppy, pyn: await payrollRun(tenant, post, done) };
}

/** A pay run that waits for its approvals: its slips are there. */
async function payrollRun({ tokens }: Tenant, post: Post, done: Done): Promise<string> {
  const { id } = await post('/payroll/runs', { month: PAID_MONTH, iban: BANK_IBAN });
  const state = async () => (await done(send(`GET /payroll/runs/${id}`, { token: tokens.owner }))).state;
  await eventually('the run', async () => (await state()) === 'proposed', 60);
  return id;
}

/** Wages of the month before, which three people let go, and their payment, which waits for its approval. */
async function payrollPayment({ name, tokens }: Tenant, post: Post, done: Done): Promise<string> {
  const second = await newUser(name, ['payroll']);
  await enterMember(name, emailIn(second), ['payroll']);
  const { id } = await post('/payroll/runs', { month: addMonths(PAID_MONTH, -1), iban: BANK_IBAN });
  const state = async () => (await done(send(`GET /payroll/runs/${id}`, { token: tokens.owner }))).state;
  await eventually('the run of the month before', async () => (await state()) === 'proposed', 120);
  for (const token of [tokens.payroll, second]) await done(send(`POST /payroll/runs/${id}/approval`, { token }));
  await eventually('the wages in the books', async () => (await state()) === 'posted', 120);
  return (await post('/payroll/payments', { what: 'wages', runId: id })).id;
}

const emailIn = (token: string): string => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).email;

/** What a supplier pays back of a credit note, by the line of the bank. */
export async function supplierRefund(
  { tokens }: Tenant,
  post: Post,
  supplierId: string,
  bankAccountId: string,
  done: Done,
): Promise<string> {
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
