import { type AnyTrigger, type ClockTrigger, isOfRecords, type RecordTrigger } from '#kernel/trigger.ts';
import { documentTriggers } from './automation/intake/document-triggers.ts';
import { bankLineTriggers } from './finance/banking/line-triggers.ts';
import { monthTriggers } from './finance/closing/month-triggers.ts';
import { billTriggers } from './finance/payables/bill-triggers.ts';
import { sealTriggers } from './finance/proof/seal-triggers.ts';
import { invoiceTriggers } from './finance/receivables/invoice-triggers.ts';
import { CASH_LEVEL } from './finance/treasury/cash-triggers.ts';
import { stockTriggers } from './inventory/stock/stock-triggers.ts';
import { orderTriggers } from './sales/orders/order-triggers.ts';

/** A day and an hour in the company's time zone. */
export const SCHEDULE: ClockTrigger = { name: 'clock.rings', clock: 'schedule', read: 'member', fields: { date: { type: 'date' } } };

/** What happens to records, in the order in which it is offered. A new one is a line beside its kind. */
const OF_RECORDS: readonly RecordTrigger[] = [
  ...orderTriggers,
  ...invoiceTriggers,
  ...billTriggers,
  ...documentTriggers,
  ...bankLineTriggers,
  ...stockTriggers,
  ...monthTriggers,
  ...sealTriggers,
];
/** All that automations may begin with. */
export const TRIGGERS: readonly AnyTrigger[] = [...OF_RECORDS, CASH_LEVEL, SCHEDULE];

/** What changes tell of. */
export const CHANGE_TRIGGERS: readonly RecordTrigger[] = OF_RECORDS.filter(({ daily }) => !daily);

const byName: ReadonlyMap<string, AnyTrigger> = new Map(TRIGGERS.map((one) => [one.name, one]));
export const triggerNamed = (name: string): AnyTrigger | undefined => byName.get(name);
export const kindOfTrigger = (of: AnyTrigger | undefined) => (of && isOfRecords(of) ? of.type : undefined);

/** The kinds whose changes any of them looks at. */
export const TRIGGER_KINDS: readonly string[] = [
  ...new Set(CHANGE_TRIGGERS.flatMap(({ type, whenEnded = [] }) => [type.kind, ...whenEnded.map(({ kind }) => kind)])),
];
