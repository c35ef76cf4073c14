import type { EffectName } from '#domain/automation/rules/effect.ts';
import type { ActionSpec, ModuleSpec } from '#kernel/action.ts';
import { intake } from './automation/intake.ts';
import { banking } from './finance/banking.ts';
import { ledger } from './finance/ledger.ts';
import { payables } from './finance/payables.ts';
import { receivables } from './finance/receivables.ts';
import { statements } from './finance/statements.ts';
import { tax } from './finance/tax.ts';
import { treasury } from './finance/treasury.ts';
import { stock } from './inventory/stock.ts';
import { notes } from './platform/notes.ts';
import { orders } from './sales/orders.ts';

/** An action of the API that rules take: by its own door, as everybody else does. */
export interface Door {
  readonly action: string;
  readonly spec: ActionSpec;
  /** The Lambda behind it: `platform/notes/commands`. */
  readonly pool: string;
}

const door = <M extends ModuleSpec>(module: M, action: keyof M['actions'] & string): Door => {
  const spec = module.actions[action] as ActionSpec;
  return { action, spec, pool: `${module.name}/${spec.profile}` };
};

/** Every action that rules take, doing something or undoing it. What is not in here no rule can do. */
export const DOORS = {
  patchTags: door(notes, 'patchTags'),
  createNote: door(notes, 'createNote'),
  deleteNote: door(notes, 'deleteNote'),
  invoiceOrder: door(orders, 'invoiceOrder'),
  keepDocument: door(intake, 'keepDocument'),
  reopenDocument: door(intake, 'reopenDocument'),
  ignoreBankLine: door(banking, 'ignoreBankLine'),
  reopenBankLine: door(banking, 'reopenBankLine'),
  getCashPosition: door(treasury, 'getCashPosition'),
  // Reports.
  getStatementFile: door(statements, 'getStatementFile'),
  getTaxReturnPaper: door(tax, 'getTaxReturnPaper'),
  createTaxFile: door(tax, 'createTaxFile'),
  createExport: door(ledger, 'createExport'),
  getCashForecast: door(treasury, 'getCashForecast'),
  getUnbilledReceipts: door(payables, 'getUnbilledReceipts'),
  listBankAccounts: door(banking, 'listBankAccounts'),
  listBankLines: door(banking, 'listBankLines'),
  listCreditNotes: door(receivables, 'listCreditNotes'),
  listInvoices: door(receivables, 'listInvoices'),
  listOrders: door(orders, 'listOrders'),
  listPaymentRuns: door(treasury, 'listPaymentRuns'),
  listStock: door(stock, 'listStock'),
  listSupplierBills: door(payables, 'listSupplierBills'),
  listWarehouses: door(stock, 'listWarehouses'),
} as const;
export type DoorName = keyof typeof DOORS;

/** What a rule may do: by which action, and after which triggers. */
export interface EffectSpec {
  readonly door?: DoorName;
  /** `any`: after every trigger. `pages`: of records that have a page of their own. Else of records of these kinds. */
  readonly after: 'any' | 'pages' | readonly string[];
}

export const EFFECTS: Readonly<Record<EffectName, EffectSpec>> = {
  tag: { door: 'patchTags', after: 'pages' },
  note: { door: 'createNote', after: 'pages' },
  tell: { door: 'createNote', after: 'any' },
  mail: { after: 'any' },
  invoiceOrder: { door: 'invoiceOrder', after: ['order'] },
  keepDocument: { door: 'keepDocument', after: ['intake-document'] },
  ignoreBankLine: { door: 'ignoreBankLine', after: ['bank-line'] },
  // By which actions, each report says.
  report: { after: 'any' },
};

const grantsOf = (...names: DoorName[]) => [...new Set(names.map((name) => `enters:${DOORS[name].pool}` as const))];
/** What the worker that carries rules out is let in by. */
export const DOOR_GRANTS = grantsOf(...(Object.keys(DOORS) as DoorName[]));
/** What the worker of the clock is let in by. */
export const CLOCK_GRANTS = grantsOf('getCashPosition');
