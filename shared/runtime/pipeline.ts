import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { count, endInvocation, fault, type LogFields } from './log.ts';

let isCold = true;

/**
 * What every Lambda does around its work: one structured line an invocation (what, for whom, how it ended, how long), its
 * cold starts counted, and what it throws told before it goes to whoever called.
 * @param about what the event says of itself. @param fieldsOf what the answer says.
 */
export function observed<E, A>(
  code: string,
  about: (event: E) => LogFields = () => ({}),
  fieldsOf: (answer: A) => LogFields = () => ({}),
): middy.MiddlewareObj<E, A> {
  let started = 0;
  const end = ({ event, response }: middy.Request<E, A | null>): void => {
    const ms = Math.round(performance.now() - started);
    endInvocation(code, { ...about(event), ...(response ? fieldsOf(response) : {}), ms });
  };
  return {
    before: () => {
      started = performance.now();
      if (isCold) count('ColdStarts');
      isCold = false;
    },
    after: end,
    onError: (request) => {
      // Where another middleware has made an answer of it, it is none of ours.
      if (!request.response) fault(`${code}.failed`, request.error, about(request.event));
      end(request);
    },
  };
}

/** The Lambda of what AWS itself calls: a stream, a queue, a schedule, a state machine. */
export function worker<E, A>(
  code: string,
  handle: (event: E, context: Context) => Promise<A>,
): (event: E, context?: Context) => Promise<A> {
  const handler = middy<E, A>().use(observed<E, A>(code)).handler(handle);
  return (event, context = {} as Context) => handler(event, context);
}
