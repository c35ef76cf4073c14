import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { Failure } from '../local/failure.ts';
import { until } from '../local/processes.ts';
import type { Api } from './api.ts';
import { type Movement, norma43 } from './norma43.ts';
import { cents, euros, type WireMoney } from './step.ts';

const READ_MS = 120_000;
/** The statement tells of so many days up to yesterday; of what the books have of them, the first half is matched. */
const DAYS = 12;
const MOST = 40;

interface LedgerLine {
  readonly date: string;
  readonly text: string;
  readonly source: { readonly id: string };
  readonly debit: WireMoney;
  readonly credit: WireMoney;
}
interface Ledger {
  readonly opening: WireMoney;
  readonly items: readonly LedgerLine[];
}
interface Line {
  readonly id: string;
  readonly date: string;
  readonly amount: WireMoney;
}
interface File {
  readonly id: string;
  readonly state: string;
  readonly upload: { readonly url: string };
}

/** A bank account with a statement of the last days: what the books have, what customers have paid since, and what the bank took. */
export async function readStatement(api: Api, iban: string, today: IsoDate): Promise<void> {
  const account = { name: 'Cuenta corriente', iban, account: '572' };
  const { items: accounts } = await api.get<{ items: { id: string }[] }>('accountant', '/banking/accounts');
  const { id } = accounts[0] ?? (await api.post<{ id: string }>('accountant', '/banking/accounts', 'demo.bank.account', account));
  if ((await api.get<{ items: object[] }>('accountant', '/banking/statements')).items.length > 0) return;
  const [from, to] = [addDays(today, -DAYS), addDays(today, -1)];
  const range = `from=${from}&to=${to}&limit=${MOST}&consistent=true`;
  const ledger = await api.get<Ledger>('accountant', `/accounts/572/ledger?${range}`);
  const posted = documentsOf(ledger.items);
  const movements = [...posted, ...(await newMovements(api, to))].map((each) => ({ ...each, text: asBanksWrite(each.text) }));
  const text = norma43(movements, { iban, from, to, opening: cents(ledger.opening) });
  await feesByRule(api);
  await send(api, Buffer.from(text, 'latin1'));
  await matchPosted(api, id, posted.slice(0, Math.ceil(posted.length / 2)));
}

interface Posted extends Movement {
  readonly document: string;
}

/** What each document has moved, whatever lines it has on the account. */
function documentsOf(lines: readonly LedgerLine[]): Posted[] {
  const documents = Map.groupBy(lines, ({ source }) => source.id);
  return [...documents].flatMap(([document, [first, ...others]]) => {
    if (!first) return [];
    const amount = [first, ...others].reduce((sum, { debit, credit }) => sum + cents(debit) - cents(credit), 0);
    return amount === 0 ? [] : [{ document, date: first.date, text: first.text, amount }];
  });
}

/** Capitals without accents. */
const asBanksWrite = (text: string): string =>
  text
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^\x20-\x7e]/g, '');

/** What the books do not have yet: three invoices that were paid, the fee of the account, and interest. */
async function newMovements(api: Api, date: IsoDate): Promise<Movement[]> {
  const { items } = await api.get<{ items: { number: string; customer: { name: string }; open: WireMoney }[] }>(
    'accountant',
    '/invoices?state=open&limit=50',
  );
  const paid = items.filter(({ open }) => cents(open) > 0).slice(0, 3);
  return [
    ...paid.map(({ number, customer, open }) => ({
      ...{ date, amount: cents(open), text: `TRANSFERENCIA DE ${customer.name} FACTURA ${number}` },
    })),
    { date, amount: -12_50, text: 'COMISION DE MANTENIMIENTO' },
    { date, amount: 1_84, text: 'LIQUIDACION DE INTERESES' },
  ];
}

/** A rule that takes the fees of the bank, tested and on before the statement comes: the fee in it is matched by that. */
async function feesByRule(api: Api): Promise<void> {
  const rule = {
    name: 'Comisiones del banco',
    conditions: { direction: 'out', texts: ['comision'], most: euros(60_00) },
    action: { entry: { lines: [{ account: '626' }] } },
  };
  const { id } = await api.post<{ id: string }>('accountant', '/banking/rules', 'demo.bank.rule', rule);
  const test = await api.post<{ id: string }>('accountant', `/banking/rules/${id}/back-test`, 'demo.bank.rule.test', {});
  const stateOf = async () => (await api.get<{ state: string }>('accountant', `/banking/back-tests/${test.id}`)).state;
  if (!(await until(async () => (await stateOf()) === 'done', READ_MS, 500))) throw new Failure('the rule of the bank was not tested');
  await api.post('accountant', `/banking/rules/${id}/on`, 'demo.bank.rule.on', {});
}

async function send(api: Api, bytes: Buffer<ArrayBuffer>): Promise<void> {
  const body = { fileName: 'extracto.n43', bytes: bytes.length };
  const { id, upload } = await api.post<File>('accountant', '/banking/files', `demo.bank.file.${bytes.length}`, body);
  const put = await fetch(upload.url, { method: 'PUT', body: bytes });
  if (!put.ok) throw new Failure(`the statement was not taken: ${put.status}`);
  const stateOf = async () => (await api.get<File>('accountant', `/banking/files/${id}`)).state;
  if (!(await until(async () => ['done', 'failed'].includes(await stateOf()), READ_MS, 500)))
    throw new Failure('the statement was not read');
  const { state, ...file } = await api.get<File>('accountant', `/banking/files/${id}`);
  if (state !== 'done') throw new Failure(`the statement was refused: ${JSON.stringify(file).slice(0, 400)}`);
}

/** Lines that tell of what the books have are tied to it, each to one of its day and amount. */
async function matchPosted(api: Api, bankAccountId: string, posted: readonly Posted[]): Promise<void> {
  const { items } = await api.get<{ items: Line[] }>('accountant', `/banking/lines?bankAccountId=${bankAccountId}&state=open&limit=100`);
  const left = [...items];
  for (const { date, document, amount } of posted) {
    const at = left.findIndex((line) => line.date === date && cents(line.amount) === amount);
    const [line] = at < 0 ? [] : left.splice(at, 1);
    const parts = [{ as: 'document', documentId: document }];
    if (line) await api.post('accountant', `/banking/lines/${line.id}/match`, `demo.bank.match.${line.id}`, { parts });
  }
}
