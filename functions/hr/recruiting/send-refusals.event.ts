import { Applications, REFUSALS } from '#domain/hr/recruiting/application.ts';
import { sweep } from '#runtime/sweep.ts';
import { writeRefusal } from './candidate-mails.ts';

/** Every hour: whoever was refused and is still to be told, once nobody has taken it back in time. */
export const handler = sweep('send-refusals', {
  type: Applications,
  queues: [REFUSALS],
  wants: ({ refusal }, now) => refusal?.mail === 'wanted' && refusal.at <= now.toISOString(),
  handle: writeRefusal,
});
