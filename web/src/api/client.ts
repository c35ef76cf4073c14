import { type UseQueryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Method } from '#kernel/action.ts';
import { withAllTexts } from '../i18n/i18n.ts';
import { companyHeader, idToken, renewed } from '../session/session.ts';
import type { Answer, Given, PathOf, Row } from './contract.ts';
import { Problem, problemOf } from './problem.ts';

export type { Schemas } from './contract.ts';

type Call<M extends Method> = <P extends PathOf<M>>(path: P, ...given: Given<Row<M, P>>) => Promise<{ readonly data: Answer<Row<M, P>> }>;

/** The same of every action, once its types are checked. */
interface Sent extends Pick<RequestInit, 'signal' | 'keepalive'> {
  readonly params?: { readonly path?: object; readonly query?: object; readonly header?: Record<string, string> };
  readonly body?: unknown;
}

let base = '';
/** Once, before anything is shown: where the API is. */
export function pointApi(baseUrl: string): void {
  base = baseUrl.replace(/\/$/, '');
}

/** `/orders/{orderId}` with the values of its parameters, and the query behind it. */
function addressOf(path: string, { path: values = {}, query = {} }: NonNullable<Sent['params']>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name as keyof typeof values])));
  const search = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `${base}${filled}${search.length > 0 ? `?${new URLSearchParams(search)}` : ''}`;
}

/** Sends a request with the person's token, once more with a new one where it was refused. @throws Problem for every refusal. */
async function answerOf(method: Method, path: string, { params = {}, body, ...how }: Sent = {}): Promise<{ data: unknown }> {
  const address = addressOf(path, params);
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const send = (token: string): Promise<Response> => {
    const headers = { accept: 'application/json', ...json, ...params.header, ...companyHeader(), authorization: `Bearer ${token}` };
    return fetched(address, { ...how, method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  };
  const answer = await send(await idToken());
  const last = answer.status === 401 ? await send((await renewed()).idToken) : answer;
  // Whoever shows it finds its words.
  if (!last.ok) throw await withAllTexts(() => problemOf(last));
  return { data: await last.json() };
}

/** Sends a request of what needs no token. @throws Problem for every refusal. */
async function openAnswerOf(method: Method, path: string, { params = {}, body }: Sent = {}): Promise<{ data: unknown }> {
  const json = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetched(addressOf(path, params), { method, ...json });
  if (!answer.ok) throw await problemOf(answer);
  return { data: await answer.json() };
}

async function fetched(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (cause) {
    if ((cause as Error).name === 'AbortError') throw cause;
    throw Object.assign(new Problem({ status: 0, code: 'network', detail: 'The server cannot be reached.' }), { cause });
  }
}

const call = <M extends Method>(method: M): Call<M> => ((path: string, given?: Sent) => answerOf(method, path, given)) as Call<M>;

/** The API, typed by its tables. Refusals are thrown as `Problem`s: `data` is what was asked for. */
export const api: { readonly [M in Method]: Call<M> } = {
  GET: call('GET'),
  POST: call('POST'),
  PUT: call('PUT'),
  PATCH: call('PATCH'),
  DELETE: call('DELETE'),
};

/** What everybody may ask: published jobs, for whoever is not signed in. */
export const openApi: { readonly [M in 'GET' | 'POST']: Call<M> } = {
  GET: ((path: string, given?: Sent) => openAnswerOf('GET', path, given)) as Call<'GET'>,
  POST: ((path: string, given?: Sent) => openAnswerOf('POST', path, given)) as Call<'POST'>,
};

type Read<P extends PathOf<'GET'>> = Answer<Row<'GET', P>>;
type Options<P extends PathOf<'GET'>> = Omit<UseQueryOptions<Read<P>>, 'queryKey' | 'queryFn'>;

/** `$api.useQuery('get', '/orders/{orderId}', { params: { path: { orderId } } })` */
export const $api = {
  useQuery<P extends PathOf<'GET'>>(
    method: 'get',
    path: P,
    ...[init, options]: [...Given<Row<'GET', P>>, options?: Options<P>]
  ): UseQueryResult<Read<P>> {
    return useQuery({
      queryKey: init === undefined ? [method, path] : [method, path, init],
      queryFn: async ({ signal }) => (await answerOf('GET', path, { signal, ...(init as Sent) })).data as Read<P>,
      ...options,
    });
  },
};

/** What an answer holds. @throws Problem where it holds nothing. */
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
