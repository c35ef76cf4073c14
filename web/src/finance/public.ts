/** What other areas show of this one. */
export { AdvanceChoice } from './advances/advance-choice.tsx';
export { AttachPaper, billAwaiting } from './banking/bill-paper.tsx';
export { ChangeYearDialog } from './ledger/change-year.tsx';
export { OpenYearDialog } from './ledger/open-year.tsx';
export { usePeriodCounts } from './ledger/period-counts.ts';
export { fiscalYearName } from './ledger/ranges.ts';
export { PaperSupplier } from './suppliers/paper-supplier.tsx';
export { SupplierPicker, supplierFilter } from './suppliers/supplier-picker.tsx';
