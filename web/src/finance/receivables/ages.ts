import { type Ageing, bucketOf } from '#domain/finance/open-items/ageing.ts';
import { addDays } from '#kernel/date.ts';
import type { Schemas } from '../../api/client.ts';
import type { Page, PageRequest } from '../../list/spec.ts';

/** Ages of what is open, from not due to the oldest. */
export const AGES = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const satisfies readonly (keyof Ageing)[];

type Aged = Pick<Schemas['InvoiceRow'], 'open' | 'dueDate' | 'daysOverdue'>;

/** Whether an open invoice has this age, on the day that the server counts from. */
export const hasAge = ({ open, dueDate, daysOverdue }: Aged, age: string): boolean =>
  Number(open.amount) > 0 && bucketOf(dueDate, addDays(dueDate, daysOverdue)) === age;

/** By age it is the open ones that are looked through: the API knows states, the console the ages of the ageing. */
export const loadByAge =
  <Row extends Aged>(loadAll: (request: PageRequest) => Promise<Page<Row>>, open = 'open') =>
  async ({ query: { age, ...query }, ...request }: PageRequest): Promise<Page<Row>> => {
    if (!age) return loadAll({ query, ...request });
    const { items, ...rest } = await loadAll({ query: { ...query, state: open }, ...request });
    return { items: items.filter((row) => hasAge(row, age)), ...rest };
  };
