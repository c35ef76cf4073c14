import type { Schemas } from '../../api/client.ts';

export type Home = Schemas['Home'];
export type FiguresOf = NonNullable<Home['figures']>;

/** Nothing was sold, bought or paid yet, and nothing waits: the company has only begun. */
export function isNew({ waiting, figures }: Home): boolean {
  if (!figures) return false;
  if (!figures.received || !figures.receivable) return false;
  const sums = [...figures.sales.months.map(({ net }) => net), figures.received.month, figures.receivable, figures.stock];
  return sums.every(({ amount }) => Number(amount) === 0) && Object.values(waiting).every((queue) => queue.count === 0);
}
