import type { Schemas } from '../../api/client.ts';

export type Home = Schemas['Home'];
export type FiguresOf = NonNullable<Home['figures']>;

/** Nothing was sold, bought or paid yet, and nothing waits: the company has only begun. */
export function isNew({ waiting, figures }: Home): boolean {
  if (!figures) return false;
  const sums = [...figures.sales.months.map(({ net }) => net), figures.received.month, figures.receivable, figures.stock];
  return sums.every(({ amount }) => Number(amount) === 0) && Object.values(waiting).every((queue) => queue.count === 0);
}

/** How much more than before, as a share of it in hundredths (`'12.5'`); `undefined` where there was nothing before. */
export function growth(now: string, before: string): string | undefined {
  const base = Number(before);
  if (base <= 0) return undefined;
  return (((Number(now) - base) / base) * 100).toFixed(Math.abs(Number(now) - base) >= base ? 0 : 1);
}

/** Heights of bars from 0 to `height` of values that may be below zero; the greatest fills it. */
export function barsOf(
  values: readonly number[],
  height: number,
): readonly { readonly y: number; readonly height: number; readonly below: boolean }[] {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const scale = top === bottom ? 0 : height / (top - bottom);
  const zero = top * scale;
  return values.map((value) => {
    const tall = Math.abs(value) * scale;
    return { y: value >= 0 ? zero - tall : zero, height: tall, below: value < 0 };
  });
}
