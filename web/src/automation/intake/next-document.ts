import { $api, type Schemas } from '../../api/client.ts';

interface Address {
  readonly to: string;
  readonly search?: object;
}

/** Where a document is worked on: beside the bill that is made of it, where anything was read of it. */
export const addressOf = ({ id, fields, flags }: Pick<Schemas['DocumentRow'], 'id' | 'fields' | 'flags'>): Address =>
  // What may be several documents is looked at before it is entered as one.
  fields && !flags.some(({ code }) => code === 'several_documents')
    ? { to: `/payables/${fields.isCreditNote ? 'credit-notes' : 'bills'}/new`, search: { documentId: id } }
    : { to: `/documents/${id}` };

/** Which document comes after one, of those that wait for a person: undefined where none does. */
export function useNextDocument(documentId: string | undefined): Address | undefined {
  const { data } = $api.useQuery(
    'get',
    '/documents',
    { params: { query: { state: 'review,ready', limit: 100 } } },
    { enabled: documentId !== undefined },
  );
  const items = data?.items ?? [];
  const at = items.findIndex(({ id }) => id === documentId);
  const next = items[at + 1] ?? items.find(({ id }) => id !== documentId);
  return next && addressOf(next);
}
