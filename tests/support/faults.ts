import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { dynamo } from '../../shared/runtime/dynamo.ts';

/** What happens to one SDK call instead of, or beside, being sent. */
export type Fault = (send: () => Promise<unknown>, call: { readonly name: string; readonly input: unknown }) => Promise<unknown>;

/** The process dies here: nothing after it is done. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** Dies before the call reaches DynamoDB. */
export const crashBefore: Fault = async () => {
  throw new Crash('before the call');
};

/** Dies once DynamoDB has carried the call out: nobody hears the answer. */
export const crashAfter: Fault = async (send) => {
  await send();
  throw new Crash('after the call');
};

/** Whether a call of this name changes anything. */
export const isWrite = (name: string): boolean => name.startsWith('Put') || name.startsWith('Delete') || name.startsWith('TransactWrite');

/** DynamoDB cancels the write, since another transaction holds one of its items. */
export const transactionConflict: Fault = async (send, { name, input }) => {
  if (!isWrite(name)) return send();
  if (!name.startsWith('TransactWrite'))
    throw Object.assign(new Error('Transaction is ongoing for the item'), { name: 'TransactionConflictException' });
  throw cancelled(input, 'TransactionConflict');
};

/** DynamoDB cancels the transaction, since the table is throttled. */
export const throttledTransaction: Fault = async (send, { name, input }) =>
  name.startsWith('TransactWrite') ? Promise.reject(cancelled(input, 'ThrottlingError')) : send();

function cancelled(input: unknown, code: string): Error {
  const { TransactItems = [] } = input as { TransactItems?: unknown[] };
  return new TransactionCanceledException({
    message: `Transaction cancelled [${code}]`,
    $metadata: {},
    CancellationReasons: TransactItems.map((_, i) => ({ Code: i === 0 ? code : 'None' })),
  });
}

/** Calls of the shared client, counted and, where a fault is set, disturbed. One at a time: the tests of a file run in order. */
let watch: ((send: () => Promise<unknown>, call: { readonly name: string; readonly input: unknown }) => Promise<unknown>) | undefined;

dynamo.middlewareStack.add(
  (next, context) => async (args) => {
    const send = () => next(args);
    const call = { name: String(context.commandName ?? ''), input: args.input };
    return (watch ? await watch(send, call) : await send()) as Awaited<ReturnType<typeof next>>;
  },
  { step: 'initialize', name: 'injectedFaults' },
);

/** Runs the work with a fault at chosen calls (1, 2, 3…); how many calls there were. After a crash no call gets through. */
export async function withFault<T>(
  fault: Fault | undefined,
  at: (call: number, name: string) => boolean,
  work: () => Promise<T>,
): Promise<{ result: T; calls: number; hit: boolean }> {
  let calls = 0;
  let hit = false;
  let dead = false;
  watch = async (send, call) => {
    if (dead) throw new Crash('the process is dead');
    calls += 1;
    if (!at(calls, call.name) || !fault) return send();
    hit = true;
    try {
      return await fault(send, call);
    } catch (error) {
      dead = error instanceof Crash;
      throw error;
    }
  };
  try {
    return { result: await work(), calls, hit };
  } finally {
    watch = undefined;
  }
}

/** Runs the work, and tells its calls: how many, and how many of them at most came one after the other. */
export async function measured<T>(work: () => Promise<T>): Promise<{ result: T; calls: number; inSequence: number }> {
  let calls = 0;
  let inSequence = 0;
  watch = async (send) => {
    calls += 1;
    const place = inSequence + 1;
    const answer = await send();
    inSequence = Math.max(inSequence, place);
    return answer;
  };
  try {
    return { result: await work(), calls, inSequence };
  } finally {
    watch = undefined;
  }
}

/** Lets a rival work while a watched call is held, undisturbed and uncounted. */
export async function aside<T>(work: () => Promise<T>): Promise<T> {
  const held = watch;
  watch = undefined;
  try {
    return await work();
  } finally {
    watch = held;
  }
}

/** How often each call is refused for throttling before it is let through. */
let throttles = 0;

dynamo.middlewareStack.add(
  (next) => {
    let refused = 0;
    return async (args) => {
      if (refused < throttles) {
        refused += 1;
        throw Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException', $fault: 'client', $metadata: {} });
      }
      return next(args);
    };
  },
  { step: 'deserialize', priority: 'high', name: 'injectedThrottles' },
);

/** Runs the work while DynamoDB refuses each call so many times, as it does above its rate: inside the SDK's own retries. */
export async function whileThrottled<T>(times: number, work: () => Promise<T>): Promise<T> {
  throttles = times;
  try {
    return await work();
  } finally {
    throttles = 0;
  }
}
