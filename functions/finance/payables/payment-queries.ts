import { payables } from '#api/finance/payables.ts';
import { paymentActions } from '#domain/finance/supplier-payments/payment-actions.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { paymentView } from '#domain/finance/supplier-payments/wire.ts';
import { listDated } from '#runtime/dated-list.ts';
import { required } from '#runtime/reads.ts';
import { flowOf, query } from '../../platform/service.ts';

import { isOpen } from '../open-items.ts';

const { actions } = payables;

export const listSupplierPayments = query(actions.listSupplierPayments, async ({ query: input, records, company: { fiscalYears } }) => {
  const page = await listDated(records, SupplierPayments, fiscalYears, input, { party: input.supplierId, where: isOpen(input.open) });
  return { ...page, items: page.items.map(paymentView) };
});

export const getSupplierPayment = query(
  actions.getSupplierPayment,
  ({ path }) => ({ payment: required(SupplierPayments, path.paymentId, 'path.paymentId') }),
  async (world) => {
    const { payment } = world;
    const carriers = [payment.id, payment.reversal?.id];
    return { ...paymentView(payment), ...(await flowOf(world, SupplierPayments, payment, actions, paymentActions, { carriers })) };
  },
);
