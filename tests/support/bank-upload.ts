import { BANK_IBAN } from './bank-samples.ts';
import { eventually } from './cloud.ts';
import { type Response, send, type Tenant } from './http.ts';
import { done } from './trading-company.ts';

type Body = Response['body'];

/** The bank of one company, as programs send it files and read its lines. */
export function bankOf({ tokens }: Tenant) {
  const post = (path: string, body: object): Promise<Body> => done(send(`POST ${path}`, { token: tokens.owner, body }));
  const put = (path: string, body: object): Promise<Body> => done(send(`PUT ${path}`, { token: tokens.owner, body }));
  const get = (path: string): Promise<Body> => done(send(`GET ${path}`, { token: tokens.owner }));
  const account = (more: object = {}): Promise<Body> =>
    post('/banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572', ...more });
  /** Sends a file. @returns the lines of its account that wait, once it is taken. */
  async function take(bankAccountId: string, text: string): Promise<Body[]> {
    const { id, upload } = await post('/banking/files', { fileName: 'extracto.n43', bytes: text.length });
    await fetch(upload.url, { method: 'PUT', body: text });
    await eventually('the file is read', async () => (await get(`/banking/files/${id}`)).state === 'done' || undefined, 60);
    // What comes with a statement matches first: its lines are nobody's else until then.
    const runs = `/banking/match-runs?bankAccountId=${bankAccountId}`;
    const isOver = ({ state }: Body): boolean => state === 'done' || state === 'failed';
    await eventually('its lines are matched by themselves', async () => (await get(runs)).items.every(isOver) || undefined, 60);
    return lines(bankAccountId);
  }
  const lines = async (bankAccountId: string): Promise<Body[]> =>
    (await get(`/banking/lines?bankAccountId=${bankAccountId}&state=open&limit=100`)).items;
  return { post, put, get, account, take, lines };
}
