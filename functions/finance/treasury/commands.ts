import { treasury } from '#api/finance/treasury.ts';
import { serveModule } from '../../platform/service.ts';
import { approvePaymentRun, cancelPaymentRun, executePaymentRun, proposePaymentRun, rejectRunPayment } from './payment-runs.ts';

export const handler = serveModule(treasury, {
  proposePaymentRun,
  approvePaymentRun,
  rejectRunPayment,
  executePaymentRun,
  cancelPaymentRun,
});
