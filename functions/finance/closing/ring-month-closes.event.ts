import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import { type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { RINGS_CLOSES, ringCloses } from './close-rounds.ts';

const round = roundHandler({ code: RINGS_CLOSES, visit: ringCloses });

/** Every hour begins the closes that companies have on their schedule, and locks again what was reopened until the day before. */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(RINGS_CLOSES, async (event, clock) => {
  const result = await round(event, clock);
  note({ ...result });
  return result;
});
