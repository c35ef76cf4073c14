import { Openings } from '#domain/finance/ledger/opening-record.ts';
import { UNDER_WAY } from '#kernel/record.ts';
import { sweep } from '#runtime/sweep.ts';
import { isCutOff, undoUnfinished } from './unfinished-openings.ts';

/** Undoes what an opening of books, or its reversal, was at when it was cut off. */
export const handler = sweep('finish-openings', {
  type: Openings,
  queues: [UNDER_WAY],
  wants: isCutOff,
  handle: undoUnfinished,
});
