import type { RecordTrigger } from '#kernel/trigger.ts';
import { documentTriggers } from './automation/intake/document-triggers.ts';
import { invoiceTriggers } from './finance/receivables/invoice-triggers.ts';
import { orderTriggers } from './sales/orders/order-triggers.ts';

/** All that automations may begin with, in the order in which they are offered. A new one is a line beside its kind. */
export const TRIGGERS: readonly RecordTrigger[] = [...orderTriggers, ...invoiceTriggers, ...documentTriggers];

const byName: ReadonlyMap<string, RecordTrigger> = new Map(TRIGGERS.map((one) => [one.name, one]));
export const triggerNamed = (name: string): RecordTrigger | undefined => byName.get(name);

/** The kinds whose changes any of them looks at. */
export const TRIGGER_KINDS: readonly string[] = [...new Set(TRIGGERS.map(({ type }) => type.kind))];
