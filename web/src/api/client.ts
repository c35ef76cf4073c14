import createClient, { type Client } from 'openapi-fetch';
import createQueryHooks, { type OpenapiQueryClient } from 'openapi-react-query';
import { idToken, renewed } from '../session/session.ts';
import { Problem, problemOf } from './problem.ts';
import type { components, paths } from './schema.d.ts';

/** Schemas of the API's document: `Schemas['Order']`. */
export type Schemas = components['schemas'];

/** Sends a request with the person's token, once more with a new one where it was refused; throws a Problem for every refusal. */
async function authorized(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await sent(request, await idToken());
  const last = answer.status === 401 ? await sent(again, (await renewed()).idToken) : answer;
  if (!last.ok) throw await problemOf(last);
  return last;
}

async function sent(request: Request, token: string): Promise<Response> {
  request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw Object.assign(new Problem({ status: 0, code: 'network', detail: 'The server cannot be reached.' }), { cause });
  }
}

/** The API, typed by its document. Refusals are thrown as `Problem`s: `data` is what was asked for. */
export let api: Client<paths>;
/** `$api.useQuery('get', '/orders/{orderId}', { params: { path: { orderId } } })` */
export let $api: OpenapiQueryClient<paths>;

/** Once, before anything is shown: where the API is. */
export function pointApi(baseUrl: string): void {
  api = createClient<paths>({ baseUrl: baseUrl.replace(/\/$/, ''), fetch: authorized });
  $api = createQueryHooks(api);
}

/** What an answer holds. @throws Problem where it holds nothing, which the client has thrown already. */
export function dataOf<T>({ data }: { data?: T | undefined }): T {
  if (data === undefined) throw new Problem({ status: 0, code: 'network', detail: 'The server sent an empty answer.' });
  return data;
}

/** What every POST says of itself: whether it is only tried, and the key that lets it be sent twice without being done twice. */
export interface Sending {
  readonly dryRun: boolean;
  readonly key: string;
}
export const sending = ({ dryRun, key }: Sending) => ({
  query: dryRun ? { dryRun: true } : {},
  header: { 'Idempotency-Key': key },
});
