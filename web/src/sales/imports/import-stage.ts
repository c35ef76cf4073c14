import type { Schemas } from '../../api/client.ts';

type Import = Schemas['ImportRow'];

/** Reading a file's refusal ends in `Refused`; a step that broke ends with a person. */
const STOPPED = 'stopped';
/** How long a link is good, and a little: after that no file comes any more. */
const LINK_MINUTES = 20;

export const documentsMade = ({ documents }: Pick<Import, 'documents'>): number => documents.sales + documents.returns;

/** Whether it may still change by itself: it runs, or its file is on the way. */
export const isUnderWay = ({ status, createdAt }: Import, now: number): boolean =>
  status === 'running' || (status === 'waiting' && now - Date.parse(createdAt) < LINK_MINUTES * 60_000);

/** The link was never used: nothing will come of it. */
export const isAbandoned = (record: Import, now: number): boolean => record.status === 'waiting' && !isUnderWay(record, now);

/** The state of the state machine that the record stands for; `undefined` once it has come to its end. */
export function machineState({ status, rows, rowsDone, error }: Import): string | undefined {
  if (status === 'failed') return error?.code === STOPPED ? 'FailImport' : 'Refused';
  if (status !== 'running') return undefined;
  if (rows === undefined) return 'ReadFile';
  return rowsDone < rows ? 'TakeDocuments' : 'WriteReport';
}

/** Part of the rows that are done, 0 to 100. */
export const percentDone = ({ rows, rowsDone }: Import): number => (rows ? Math.floor((rowsDone / rows) * 100) : 0);
