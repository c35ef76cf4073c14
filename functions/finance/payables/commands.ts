import { payables } from '#api/finance/payables.ts';
import { serveModule } from '../../platform/service.ts';
import {
  allocateSupplierCreditNote,
  approveSupplierBill,
  deallocateSupplierCreditNote,
  recordSupplierBill,
  recordSupplierCreditNote,
  reverseSupplierBill,
  reverseSupplierCreditNote,
} from './bills.ts';
import { allocateSupplierPayment, deallocateSupplierPayment, recordSupplierPayment, reverseSupplierPayment } from './payments.ts';
import { createSupplier, patchSupplier } from './suppliers.ts';

export const handler = serveModule(payables, {
  createSupplier,
  patchSupplier,
  recordSupplierBill,
  approveSupplierBill,
  reverseSupplierBill,
  recordSupplierCreditNote,
  allocateSupplierCreditNote,
  deallocateSupplierCreditNote,
  reverseSupplierCreditNote,
  recordSupplierPayment,
  allocateSupplierPayment,
  deallocateSupplierPayment,
  reverseSupplierPayment,
});
