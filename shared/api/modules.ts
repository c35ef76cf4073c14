import type { ModuleSpec } from '#kernel/action.ts';
import { consents } from './automation/consents.ts';
import { intake } from './automation/intake.ts';
import { rules } from './automation/rules.ts';
import { customers } from './crm/customers.ts';
import { advisers } from './finance/advisers.ts';
import { analysis } from './finance/analysis.ts';
import { assets } from './finance/assets.ts';
import { banking } from './finance/banking.ts';
import { certificates } from './finance/certificates.ts';
import { closing } from './finance/closing.ts';
import { currencies } from './finance/currencies.ts';
import { einvoice } from './finance/einvoice.ts';
import { expenses } from './finance/expenses.ts';
import { interest } from './finance/interest.ts';
import { ledger } from './finance/ledger.ts';
import { payables } from './finance/payables.ts';
import { proof } from './finance/proof.ts';
import { receivables } from './finance/receivables.ts';
import { recurrence } from './finance/recurrence.ts';
import { statements } from './finance/statements.ts';
import { tax } from './finance/tax.ts';
import { treasury } from './finance/treasury.ts';
import { verifactu } from './finance/verifactu.ts';
import { yearEnd } from './finance/year-end.ts';
import { development } from './hr/development.ts';
import { equipment } from './hr/equipment.ts';
import { jobs } from './hr/jobs.ts';
import { offers } from './hr/offers.ts';
import { onboarding } from './hr/onboarding.ts';
import { payroll } from './hr/payroll.ts';
import { people } from './hr/people.ts';
import { recruiting } from './hr/recruiting.ts';
import { time } from './hr/time.ts';
import { home } from './insights/home.ts';
import { stock } from './inventory/stock.ts';
import { audit } from './platform/audit.ts';
import { company } from './platform/company.ts';
import { docs } from './platform/docs.ts';
import { members } from './platform/members.ts';
import { notes } from './platform/notes.ts';
import { recordChanges } from './platform/records.ts';
import { search } from './platform/search.ts';
import { catalogue } from './sales/catalogue.ts';
import { imports } from './sales/imports.ts';
import { orders } from './sales/orders.ts';
import { returns } from './sales/returns.ts';

/** Every module that has a table, in the order of the API's document. */
const TABLES = [
  company,
  members,
  customers,
  catalogue,
  stock,
  orders,
  returns,
  imports,
  intake,
  rules,
  consents,
  receivables,
  einvoice,
  verifactu,
  certificates,
  payables,
  expenses,
  treasury,
  banking,
  ledger,
  statements,
  tax,
  advisers,
  closing,
  proof,
  yearEnd,
  assets,
  recurrence,
  currencies,
  interest,
  analysis,
  home,
  search,
  audit,
  notes,
  docs,
  recordChanges,
  people,
  payroll,
  time,
  onboarding,
  development,
  equipment,
  recruiting,
  offers,
  jobs,
] as const;
export const MODULES: readonly ModuleSpec[] = TABLES;
/** The tables with all that their rows say, for types that are read from them. */
export type Tables = typeof TABLES;

export const contextNameOf = (module: ModuleSpec): string => module.name.split('/')[0] ?? '';
export const CONTEXTS: readonly string[] = [...new Set(MODULES.map(contextNameOf))];
