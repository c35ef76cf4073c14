import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import { type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { sealBooks } from './book-seals.ts';

const SEALS = 'seal-books';
const round = roundHandler({
  code: SEALS,
  visit: async (records) => {
    await sealBooks(records);
    return 0;
  },
});

/** Every hour: the first round of a company's day seals what came into its books since the one before. */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(SEALS, async (event, clock) => {
  const result = await round(event, clock);
  note({ ...result });
  return result;
});
