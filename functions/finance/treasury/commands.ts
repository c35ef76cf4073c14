import { treasury } from '#api/finance/treasury.ts';
import { serveModule } from '../../platform/service.ts';
import { cancelMandate, createMandate, patchMandate } from './mandates.ts';
import {
  approvePaymentRun,
  cancelPaymentRun,
  executePaymentRun,
  proposeDebitRun,
  proposePaymentRun,
  rejectRunPayment,
  returnRunPayment,
} from './payment-runs.ts';

export const handler = serveModule(treasury, {
  createMandate,
  patchMandate,
  cancelMandate,
  proposePaymentRun,
  proposeDebitRun,
  approvePaymentRun,
  rejectRunPayment,
  executePaymentRun,
  returnRunPayment,
  cancelPaymentRun,
});
