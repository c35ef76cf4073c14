import type * as z from 'zod/mini';
import { addDays, daysBetween, type IsoDate } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import type { FieldValue, RuleTrigger } from '#kernel/trigger.ts';
import { type Effect, filled } from './effect.ts';
import type { Rule } from './rule.ts';
import { limitOf, NO_DAY } from './run-plan.ts';
import { ringsOn, type Schedule } from './schedule.ts';
import { type DryRunView, MAX_DRY_RUN_DAYS, shownValues } from './wire.ts';

/** Items that an answer shows: a person reads no more. */
const MOST_SHOWN = 25;

/** @throws DomainError `rule.range` (400): backwards, or more than a year. */
export function requireRange(from: IsoDate, to: IsoDate): void {
  if (from > to || daysBetween(from, to) > MAX_DRY_RUN_DAYS)
    throw invalid('rule.range', `A dry run covers up to ${MAX_DRY_RUN_DAYS} days, the first before the last.`, 'body.from', {
      most: MAX_DRY_RUN_DAYS,
    });
}

type Days = Map<string, { runs: number; amount: number }>;
type Item = z.output<typeof DryRunView>['items'][number];

export interface Happened {
  readonly subject?: string;
  readonly date: IsoDate;
  readonly at: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly amount: number;
}

/** Counts what a rule would have done, by the limits that it has. */
export class DryRun {
  readonly #days: Days;
  readonly #items: Item[] = [];
  readonly #rule: Rule;
  readonly #trigger: RuleTrigger;
  #runs = 0;
  #held = 0;
  #amount = 0;

  constructor(rule: Rule, trigger: RuleTrigger, days: readonly { date: string; runs: number; amount: number }[]) {
    this.#rule = rule;
    this.#trigger = trigger;
    this.#days = new Map(days.map(({ date, runs, amount }) => [date, { runs, amount }]));
  }

  take({ subject, date, at, values, amount }: Happened): void {
    const day = this.#days.get(date) ?? { runs: 0, amount: 0 };
    const limit = limitOf(this.#rule, { ...NO_DAY, ...day }, amount);
    if (limit) this.#held += 1;
    else {
      this.#runs += 1;
      this.#amount += amount;
      this.#days.set(date, { runs: day.runs + 1, amount: day.amount + amount });
    }
    if (this.#items.length >= MOST_SHOWN) return;
    const { fields } = this.#trigger;
    this.#items.push({
      ...(subject ? { subject } : {}),
      at,
      ...(limit ? { limit } : {}),
      values: shownValues(fields, values),
      texts: this.#rule.effects.map((effect) => textOf(effect, (text) => filled(text, fields, values))),
    });
  }

  result(examined: number): z.output<typeof DryRunView> {
    return {
      examined,
      matched: this.#runs + this.#held,
      runs: this.#runs,
      held: this.#held,
      amount: this.#amount,
      items: this.#items,
      days: [...this.#days].map(([date, day]) => ({ date, ...day })),
    };
  }
}

/** What an effect would have said. */
function textOf(effect: Effect, fill: (text: string) => string): string {
  if (effect.do === 'tag') return effect.tags.map((tag) => `#${tag}`).join(' ');
  if (effect.do === 'mail') return `${fill(effect.subject)} — ${fill(effect.text)}`;
  return 'text' in effect ? fill(effect.text) : '';
}

/** The days of a range on which a schedule would have rung. */
export function ringingDays(schedule: Schedule, from: IsoDate, to: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (ringsOn(schedule, day)) days.push(day);
  return days;
}
