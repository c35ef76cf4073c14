import { type Ageing, bucketOf } from '#domain/finance/open-items/ageing.ts';
import { addDays } from '#kernel/date.ts';
import type { Schemas } from '../../api/client.ts';

/** Ages of what is open, from not due to the oldest. */
export const AGES = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const satisfies readonly (keyof Ageing)[];

/** Whether an open invoice has this age, on the day that the server counts from. */
export const hasAge = ({ open, dueDate, daysOverdue }: Schemas['InvoiceRow'], age: string): boolean =>
  Number(open.amount) > 0 && bucketOf(dueDate, addDays(dueDate, daysOverdue)) === age;
