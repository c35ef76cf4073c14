import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Profile } from '#kernel/action.ts';
import { tooMany } from '#kernel/errors.ts';
import { unmarshall } from './attributes.ts';
import { env } from './env.ts';
import { log } from './log.ts';

/** Requests are counted by windows of so long; who has used up a window waits for the next. */
const WINDOW_SECONDS = 5;
/** One request in so many is counted, for all of them: a write each would cost more than most requests do. */
const SAMPLE = 10;
/** What is much work weighs as much as so many plain requests. */
const WEIGHTS: Readonly<Partial<Record<Profile, number>>> = { documents: 20, print: 20, identities: 20 };
/** Counts are kept for so long, and then forgotten by DynamoDB itself. */
const KEPT_SECONDS = 3600 * 2;

/** Adds to a company's count in a window; what it comes to. */
export type Count = (company: string, window: number, add: number) => Promise<number>;

/**
 * Keeps one company from using up what all of them share. An estimate: of plain requests one in ten is counted, by chance, for
 * all processes together; a process that has not heard of a company's being over lets its requests in until it counts one.
 */
export class Fairness {
  readonly #count: Count;
  readonly #most: number;
  readonly #chance: () => number;
  /** The window in which a company is known to be over. */
  readonly #over = new Map<string, number>();

  /** @param perSecond plain requests that a company may send on average. */
  constructor(count: Count, perSecond: number, chance: () => number = () => Math.random()) {
    this.#count = count;
    this.#most = perSecond * WINDOW_SECONDS;
    this.#chance = chance;
  }

  /**
   * Charges a request to its company. The count goes on beside the request: whoever answers waits for what is returned.
   * @throws DomainError `company.too_fast` (429) where the company is over in this window.
   */
  charge(company: string, profile: Profile, now: number): Promise<void> {
    const window = Math.floor(now / 1000 / WINDOW_SECONDS);
    if (this.#over.get(company) === window) {
      const seconds = (window + 1) * WINDOW_SECONDS - Math.floor(now / 1000);
      throw tooMany('company.too_fast', `The company sends more than its share of requests. Send it again in ${seconds} s.`, { seconds });
    }
    this.#over.delete(company);
    const weight = WEIGHTS[profile] ?? 1;
    const isCounted = weight >= SAMPLE || this.#chance() * SAMPLE < weight;
    return isCounted ? this.#note(company, window, Math.max(weight, SAMPLE)) : Promise.resolve();
  }

  async #note(company: string, window: number, add: number): Promise<void> {
    try {
      if ((await this.#count(company, window, add)) > this.#most) this.#over.set(company, window);
    } catch (error) {
      // Whoever cannot be counted is let in: a count is no reason to refuse.
      log('warn', 'usage.uncounted', { company, cause: String(error) });
    }
  }
}

/** A client of its own, which does not try again: counts are no part of a request's work. */
export const usageClient = new DynamoDBClient({ maxAttempts: 1 });

/** Counts one use of something in a window of so many seconds, for all processes; how many it has had. */
export const countUse = (what: string, seconds: number, now: Date): Promise<number> =>
  countInTable(what, Math.floor(now.getTime() / 1000 / WINDOW_SECONDS / (seconds / WINDOW_SECONDS)) * (seconds / WINDOW_SECONDS), 1);

const countInTable: Count = async (company, window, add) => {
  const { Attributes = {} } = await usageClient.send(
    new UpdateItemCommand({
      TableName: env('TABLE_USAGE'),
      Key: { company: { S: company }, window: { N: String(window) } },
      UpdateExpression: 'ADD used :add SET expiresAt = :expires',
      ExpressionAttributeValues: { ':add': { N: String(add) }, ':expires': { N: String(window * WINDOW_SECONDS + KEPT_SECONDS) } },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(unmarshall(Attributes).used);
};

let fairness: Fairness | undefined;
/** What the deployment lets a company use. */
export const sharedFairness = (): Fairness => {
  fairness ??= new Fairness(countInTable, Number(env('COMPANY_REQUESTS_A_SECOND')));
  return fairness;
};
