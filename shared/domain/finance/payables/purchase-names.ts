import { TRADE_NAMES } from '../open-items/document.ts';

/** Short forms of the names that bills and credit notes of suppliers repeat, and of the steps that most of them take. */
export const PURCHASE_NAMES = {
  ...TRADE_NAMES,
  approval: 'v',
  by: 'y',
  goodsReceiptId: 'gr',
  instalments: 'V',
  match: 'mt',
  needsApproval: 'n',
  on: 'O',
  received: 'rv',
  receivedOn: 'R',
  reference: 'F',
  register: 'Q',
  supplierId: 'K2',
  supplierName: 'U',
  supplierTaxId: 'i',
  unitCost: 'uc',
  value: 'va',
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
