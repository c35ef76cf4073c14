import { payables } from '#api/finance/payables.ts';
import { paymentActions } from '#domain/finance/supplier-payments/payment-actions.ts';
import { SupplierPayments } from '#domain/finance/supplier-payments/supplier-payment.ts';
import { SupplierRefunds } from '#domain/finance/supplier-payments/supplier-refund.ts';
import { paymentView, supplierRefundView } from '#domain/finance/supplier-payments/wire.ts';
import { listQuery, recordQuery } from '../../platform/service.ts';
import { narrowCredits } from '../open-items.ts';

const { actions } = payables;

export const listSupplierPayments = listQuery(actions.listSupplierPayments, SupplierPayments, paymentView, narrowCredits);

export const getSupplierPayment = recordQuery(actions.getSupplierPayment, SupplierPayments, [actions, paymentActions], paymentView);

export const listSupplierRefunds = listQuery(actions.listSupplierRefunds, SupplierRefunds, supplierRefundView, ({ query }) => ({
  party: query.supplierId,
}));

export const getSupplierRefund = recordQuery(actions.getSupplierRefund, SupplierRefunds, [actions, {}], supplierRefundView);
