import { api, dataOf } from '../api/client.ts';
import type { Answer, PathOf, Row } from '../api/contract.ts';
import type { Page, PageRequest } from './spec.ts';

type Answered<Path extends PathOf<'GET'>> = Answer<Row<'GET', Path>>;
/** A path of the API that answers pages. */
type ListPath = {
  [Path in PathOf<'GET'>]: Answered<Path> extends { readonly items: readonly unknown[] } ? Path : never;
}[PathOf<'GET'>];
/** What one of its pages holds. */
type RowOf<Path extends ListPath> = Answered<Path> extends { readonly items: readonly (infer Item)[] } ? Item : never;

/**
 * Reads the pages of a list: `load('/orders')`.
 * @param ordered whether the API can be asked for either order. @param params values of the path's parameters.
 */
export const load =
  <Path extends ListPath>(
    path: Path,
    { ordered = true, params = {} }: { readonly ordered?: boolean; readonly params?: Readonly<Record<string, string>> } = {},
  ) =>
  async ({ query, order, cursor, limit, signal }: PageRequest): Promise<Page<RowOf<Path>>> => {
    const paged = { ...query, limit, ...(ordered ? { order } : {}), ...(cursor ? { cursor } : {}) };
    return dataOf(await api.GET(path, ...([{ params: { path: params, query: paged }, signal }] as never))) as Page<RowOf<Path>>;
  };
