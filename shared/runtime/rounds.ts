import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Context } from 'aws-lambda';
import { dynamo, marshall, tableName, unmarshall } from './dynamo.ts';
import { fault, type LogFields } from './log.ts';
import { WORKER } from './record-item.ts';
import { Records } from './records.ts';
import { allTenants } from './tenants.ts';

/** What a schedule sends. Who calls by hand sends nothing, and gets a whole round at once. */
export interface ScheduleEvent {
  /** ISO instant at which the schedule rang. */
  readonly time?: string;
}

/** The part of Lambda's context that tells how long there still is. */
export type Clock = Pick<Context, 'getRemainingTimeInMillis'>;

/** Work that goes through all companies. */
export interface Round<T extends object> {
  /** Names the place where the next run goes on, and the log lines. */
  readonly code: string;
  /** `day`: of several runs that are scheduled for a night, those after the last company do nothing. */
  readonly once?: 'day';
  readonly before?: () => Promise<T>;
  /** A company's part; how many records of it failed, after the others were seen to. */
  readonly visit: (records: Records, prepared: T) => Promise<number>;
}

/** How a run went. */
export interface RoundResult {
  readonly tenants: number;
  /** Records, and companies whose part broke off. */
  readonly failed: number;
  /** The company after which the next run goes on; missing when all have been visited. */
  readonly after?: string;
}

/** A run ends this long before its function would be ended: no company takes longer, but for very large ones. */
const MARGIN_MS = 120_000;
const PLACES = '#rounds';

interface Place {
  readonly day: string;
  readonly after?: string;
}

/** Companies behind a place, and then those up to it: who came last in a run that had no time left is not left out of the next. */
async function* inTurn(after: string | undefined, wraps: boolean): AsyncGenerator<string> {
  yield* allTenants(after);
  if (after === undefined || !wraps) return;
  for await (const tenant of allTenants()) {
    if (tenant > after) return;
    yield tenant;
  }
}

/**
 * Visits every company, in order of their names. A run that has no time left keeps its place, and the next scheduled one
 * goes on from there: once through in a night, or all round. What fails is logged and counted, and stops neither its company
 * nor the others.
 */
export const roundHandler =
  <T extends object>({ code, once, before, visit }: Round<T>) =>
  async ({ time }: ScheduleEvent = {}, clock?: Clock): Promise<RoundResult> => {
    const now = new Date();
    const day = time?.slice(0, 10);
    const place = day === undefined ? undefined : await readPlace(code);
    if (once && place && place.day === day && place.after === undefined) return { tenants: 0, failed: 0 };
    const prepared = (await before?.()) ?? ({} as T);
    let [tenants, failed] = [0, 0];
    for await (const tenant of inTurn(place?.after, once === undefined)) {
      const records = new Records(tenant, { by: WORKER, request: code, action: code, at: now });
      failed += await visit(records, prepared).catch((error: unknown) => noteFailure(code, { tenant }, error));
      tenants += 1;
      if (day === undefined || !clock || clock.getRemainingTimeInMillis() > MARGIN_MS) continue;
      await keepPlace(code, { day, after: tenant });
      return { tenants, failed, after: tenant };
    }
    if (day !== undefined) await keepPlace(code, { day });
    return { tenants, failed };
  };

/** Tells what failed of a round, and counts it. */
export function noteFailure(code: string, about: LogFields, error: unknown): 1 {
  fault(`${code}.failed`, error, about);
  return 1;
}

async function readPlace(code: string): Promise<Place | undefined> {
  const { Item } = await dynamo.send(
    new GetItemCommand({ TableName: tableName(), Key: marshall({ pk: PLACES, sk: code }), ConsistentRead: true }),
  );
  return Item && (unmarshall(Item) as unknown as Place);
}

const keepPlace = (code: string, place: Place): Promise<unknown> =>
  dynamo.send(new PutItemCommand({ TableName: tableName(), Item: marshall({ pk: PLACES, sk: code, ...place }) }));
