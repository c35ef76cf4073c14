import { useQueries } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from '../../api/client.ts';

const note = (creditNoteId: string) => ({
  queryKey: ['get', '/credit-notes/{creditNoteId}', { params: { path: { creditNoteId } } }],
  queryFn: () => api.GET('/credit-notes/{creditNoteId}', { params: { path: { creditNoteId } } }).then(dataOf),
});
const refund = (refundId: string) => ({
  queryKey: ['get', '/refunds/{refundId}', { params: { path: { refundId } } }],
  queryFn: () => api.GET('/refunds/{refundId}', { params: { path: { refundId } } }).then(dataOf),
});

/** The credit notes and refunds of a return, as far as they have been read. */
export function useReturnPapers(ret: Schemas['Return'] | undefined) {
  const notes = useQueries({ queries: (ret?.creditNoteIds ?? []).map(note) }).flatMap(({ data }) => (data ? [data] : []));
  const refunds = useQueries({ queries: (ret?.refundIds ?? []).map(refund) }).flatMap(({ data }) => (data ? [data] : []));
  return { notes, refunds };
}
