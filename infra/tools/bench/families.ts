/**
 * A family of records, and where its files lie: in the folders of its modules below `functions`, `shared/domain`, `shared/api` and
 * `web/src`. One function may serve several families: its folder has a file of each.
 */
export interface Family {
  readonly name: string;
  readonly modules: readonly string[];
  /** What lies elsewhere; of a folder of another family, too. */
  readonly files?: readonly string[];
  /** The most that it should cost. */
  readonly goal?: { readonly files: number; readonly lines: number; readonly edits: number };
}

/** Files of the function that serves suppliers' bills, and what has to do with them. */
const served = (...names: readonly string[]): string[] => names.map((name) => `functions/finance/payables/${name}.ts`);

export const FAMILIES: readonly Family[] = [
  { name: 'customers', modules: ['crm/customers'] },
  { name: 'catalogue', modules: ['sales/catalogue'] },
  { name: 'orders', modules: ['sales/orders'] },
  { name: 'returns', modules: ['sales/returns'] },
  { name: 'imports', modules: ['sales/imports'] },
  { name: 'documents', modules: ['automation/intake'] },
  { name: 'automation', modules: ['automation/rules', 'automation/consents'], files: ['shared/api/rule-effects.ts'] },
  { name: 'stock', modules: ['inventory/stock', 'inventory/goods-receipts'] },
  {
    name: 'receivables',
    modules: ['finance/receivables', 'finance/advances', 'finance/disputes'],
    files: ['shared/api/invoice-drafts.ts'],
  },
  // Bills and credit notes of suppliers: entered, approved, allocated, reversed; what is owed, by age.
  {
    name: 'supplier bills',
    modules: ['finance/payables'],
    goal: { files: 24, lines: 1900, edits: 4 },
  },
  {
    name: 'suppliers',
    modules: ['finance/suppliers'],
    files: ['shared/api/suppliers.ts', ...served('suppliers', 'supplier-queries')],
  },
  {
    name: 'supplier payments',
    modules: ['finance/supplier-payments'],
    files: ['shared/api/supplier-payments.ts', ...served('payments', 'payment-queries')],
  },
  // Bills beside the goods that they are for, and account 4009.
  { name: 'received goods', modules: ['finance/received-goods'], files: ['shared/api/received-goods.ts', ...served('received-goods')] },
  // Bills as documents that came in tell them.
  { name: 'bill proposals', modules: ['finance/bill-proposals'], files: served('bill-proposal', 'bill-draft') },
  { name: 'expenses', modules: ['finance/expenses'] },
  { name: 'treasury', modules: ['finance/treasury'], files: ['shared/api/debit-runs.ts'] },
  { name: 'banking', modules: ['finance/banking', 'finance/bank-rules'], files: ['shared/api/bank-rules.ts'] },
  { name: 'ledger', modules: ['finance/ledger', 'finance/opening'] },
  { name: 'statements', modules: ['finance/statements'] },
  { name: 'tax', modules: ['finance/tax'] },
  { name: 'advisers', modules: ['finance/advisers'] },
  { name: 'year end', modules: ['finance/year-end'] },
  { name: 'month-end close', modules: ['finance/closing'] },
  { name: 'proof of the books', modules: ['finance/proof'] },
  { name: 'assets', modules: ['finance/assets'] },
  { name: 'recurrence', modules: ['finance/recurrence'] },
  { name: 'currencies', modules: ['finance/currencies'] },
  { name: 'electronic invoices', modules: ['finance/einvoice', 'finance/verifactu'] },
  { name: 'certificates', modules: ['finance/certificates'] },
  { name: 'interest', modules: ['finance/interest'] },
  { name: 'analysis', modules: ['finance/analysis'] },
  { name: 'people', modules: ['hr/people'] },
  {
    name: 'payroll',
    modules: ['hr/payroll', 'hr/gestoria'],
    files: ['shared/api/payroll-payments.ts', 'shared/api/payroll-settings.ts', 'shared/api/salary-tables.ts'],
  },
  { name: 'time', modules: ['hr/time'], files: ['shared/api/leave-actions.ts'] },
  { name: 'onboarding', modules: ['hr/onboarding'] },
  { name: 'equipment', modules: ['hr/equipment'] },
  { name: 'development', modules: ['hr/development'], files: ['shared/api/review-actions.ts'] },
  { name: 'recruiting', modules: ['hr/recruiting', 'hr/offers', 'hr/jobs'] },
  { name: 'home', modules: ['insights/home'] },
  { name: 'company', modules: ['platform/company', 'platform/settings', 'platform/first-company'] },
  { name: 'members', modules: ['platform/members'] },
  { name: 'search', modules: ['platform/search'] },
  { name: 'audit', modules: ['platform/audit'] },
  { name: 'notes', modules: ['platform/notes'] },
  { name: 'documentation', modules: ['platform/docs'] },
  { name: 'changes', modules: ['platform/records'] },
];
