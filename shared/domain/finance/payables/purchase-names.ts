import { DOCUMENT_NAMES } from '../receivables/invoice.ts';

/** Short forms of the names that bills and credit notes of suppliers repeat, and of the steps that most of them take. */
export const PURCHASE_NAMES = {
  ...DOCUMENT_NAMES,
  account: 'a',
  allocations: 'z',
  approval: 'v',
  by: 'y',
  dueDate: 'f',
  goodsReceiptId: 'gr',
  instalments: 'V',
  match: 'mt',
  needsApproval: 'n',
  on: 'O',
  open: 'h',
  party: 'p',
  paymentRunId: 'rn',
  period: 'E',
  received: 'rv',
  receivedOn: 'R',
  reference: 'F',
  register: 'Q',
  shard: 'A',
  supplierId: 'K2',
  supplierName: 'U',
  supplierTaxId: 'i',
  text: 'x',
  unitCost: 'uc',
  value: 'va',
  with: 'w',
  recordSupplierBill: 'rb',
  approveSupplierBill: 'ab',
  recordSupplierPayment: 'pb',
  allocateSupplierPayment: 'as',
  recordSupplierCreditNote: 'rc',
  proposePaymentRun: 'pr',
  executePaymentRun: 'xr',
  reverseSupplierBill: 'vb',
} as const;

/** What the text of the entry says again, and the day that entry and paper mostly share. */
export const REPEATED_TEXTS = ['supplierName', 'reference', 'receivedOn'] as const;
