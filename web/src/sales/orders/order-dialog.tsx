import { StepDialog } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { AuthoriseReturnDialog } from './authorise-return.tsx';
import { InvoiceOrderDialog } from './invoice-order.tsx';
import type { OrderDialogName } from './order-actions.ts';
import { cancelOrder, cancelRest, placeQuote, restoreRest } from './order-steps.ts';
import { ShipOrderDialog } from './ship-order.tsx';

const STEPS = { place: placeQuote, cancel: cancelOrder, cancelRest, restoreRest };

interface Props {
  readonly dialog: OrderDialogName;
  readonly order: Schemas['Order'];
  readonly onClose: () => void;
}

/** The dialog of an order's action that is open. */
export function OrderDialog({ dialog, order, onClose }: Props) {
  const t = useT();
  if (dialog === 'ship') return <ShipOrderDialog order={order} onClose={onClose} />;
  if (dialog === 'invoice') return <InvoiceOrderDialog order={order} onClose={onClose} />;
  if (dialog === 'return') return <AuthoriseReturnDialog order={order} onClose={onClose} />;
  return <StepDialog {...STEPS[dialog](order, t)} onClose={onClose} />;
}
