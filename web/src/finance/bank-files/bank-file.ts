import { $api, type Schemas } from '../../api/client.ts';

const EVERY = 1000;

export const isBeingRead = (file: Pick<Schemas['BankFile'], 'state'> | undefined): boolean =>
  file === undefined || file.state === 'waiting' || file.state === 'running';

/** A file of a bank, asked for until it is read or refused. */
export const useBankFile = (fileId: string) =>
  $api.useQuery(
    'get',
    '/banking/files/{fileId}',
    { params: { path: { fileId } } },
    { refetchInterval: ({ state }) => (isBeingRead(state.data) ? EVERY : false) },
  );
