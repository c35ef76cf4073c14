import type { Api } from './api.ts';
import { monthName } from './books-plan.ts';
import type { Answer, Recorded, Step } from './step.ts';

/** Requests of one company at a time; two companies are filled together. */
const AT_ONCE = 2;

/** Carries out steps one phase of one day after the other; within a phase, those that take no number go side by side. */
export class History {
  readonly #api: Api;
  readonly #keyOf: (step: Step) => string;
  readonly #answers: Map<string, Answer>;

  /** @param keyOf the Idempotency-Key of a step. @param answers what is there already, by key. */
  constructor(api: Api, keyOf: (step: Step) => string, answers: ReadonlyMap<string, Answer>) {
    this.#api = api;
    this.#keyOf = keyOf;
    this.#answers = new Map(answers);
  }

  async carryOut(steps: readonly Step[]): Promise<void> {
    for (const phase of phasesOf(steps)) {
      const numbered = phase.filter((step) => step.numbered);
      await inParallel(
        phase.filter((step) => !step.numbered),
        (step) => this.#carryOut(step),
      );
      for (const step of numbered) await this.#carryOut(step);
    }
  }

  /** Month by month, telling each. */
  async carryOutByMonth(steps: readonly Step[], note: (line: string) => void): Promise<void> {
    for (const [month, mine] of Map.groupBy(steps, (step) => step.date.slice(0, 7))) {
      await this.carryOut(mine);
      const orders = mine.filter((step) => step.key.endsWith('.order')).length;
      note(`${monthName(month)}: ${orders} orders, ${mine.length} steps in all`);
    }
  }

  readonly #told: Recorded = (key) => {
    const answer = this.#answers.get(key);
    if (!answer) throw new Error(`${key} has not been carried out`);
    return answer;
  };

  async #carryOut(step: Step): Promise<void> {
    const { route, body } = step.ask(this.#told);
    this.#answers.set(step.key, await this.#api.post<Answer>(step.role, route, this.#keyOf(step), body));
  }
}

/** Steps of the same phase of the same day, which stand together. */
export function phasesOf(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1)?.[0];
    if (last?.date === step.date && last.phase === step.phase) groups.at(-1)?.push(step);
    else groups.push([step]);
  }
  return groups;
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of left) await work(one);
    }),
  );
}
