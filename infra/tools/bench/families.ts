/** A family of records, and where its files lie: in the folders of its modules below `functions`, `shared/domain`, `shared/api` and `web/src`. */
export interface Family {
  readonly name: string;
  readonly modules: readonly string[];
  /** What lies elsewhere. */
  readonly files?: readonly string[];
  /** The most that it should cost. */
  readonly goal?: { readonly files: number; readonly lines: number; readonly edits: number };
}

export const FAMILIES: readonly Family[] = [
  { name: 'customers', modules: ['crm/customers'] },
  { name: 'catalogue', modules: ['sales/catalogue'] },
  { name: 'orders', modules: ['sales/orders'] },
  { name: 'returns', modules: ['sales/returns'] },
  { name: 'imports', modules: ['sales/imports'] },
  { name: 'documents', modules: ['automation/intake'] },
  { name: 'stock', modules: ['inventory/stock', 'inventory/goods-receipts'] },
  {
    name: 'receivables',
    modules: ['finance/receivables', 'finance/advances', 'finance/disputes'],
    files: ['shared/api/invoice-drafts.ts'],
  },
  {
    name: 'payables',
    modules: ['finance/payables'],
    files: ['shared/api/supplier-papers.ts'],
    goal: { files: 24, lines: 1900, edits: 4 },
  },
  { name: 'expenses', modules: ['finance/expenses'] },
  { name: 'treasury', modules: ['finance/treasury'], files: ['shared/api/debit-runs.ts'] },
  { name: 'banking', modules: ['finance/banking'] },
  { name: 'ledger', modules: ['finance/ledger', 'finance/opening'] },
  { name: 'statements', modules: ['finance/statements'] },
  { name: 'tax', modules: ['finance/tax'] },
  { name: 'advisers', modules: ['finance/advisers'] },
  { name: 'year end', modules: ['finance/year-end'] },
  { name: 'assets', modules: ['finance/assets'] },
  { name: 'recurrence', modules: ['finance/recurrence'] },
  { name: 'currencies', modules: ['finance/currencies'] },
  { name: 'electronic invoices', modules: ['finance/einvoice'] },
  { name: 'interest', modules: ['finance/interest'] },
  { name: 'analysis', modules: ['finance/analysis'] },
  { name: 'home', modules: ['insights/home'] },
  { name: 'company', modules: ['platform/company', 'platform/settings', 'platform/first-company'] },
  { name: 'members', modules: ['platform/members'] },
  { name: 'search', modules: ['platform/search'] },
  { name: 'audit', modules: ['platform/audit'] },
  { name: 'notes', modules: ['platform/notes'] },
  { name: 'documentation', modules: ['platform/docs'] },
  { name: 'changes', modules: ['platform/records'] },
];
