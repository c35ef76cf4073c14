/** What other areas show of this one. */
export { OpenYearDialog } from './ledger/open-year.tsx';
export { usePeriodCounts } from './ledger/period-counts.ts';
export { SupplierPicker } from './payables/supplier-picker.tsx';
