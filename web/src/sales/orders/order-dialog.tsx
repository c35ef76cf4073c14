import type { Schemas } from '../../api/client.ts';
import { AnnounceReturnDialog } from './announce-return.tsx';
import { CancelOrderDialog } from './cancel-order.tsx';
import { InvoiceOrderDialog } from './invoice-order.tsx';
import type { Doing } from './order-actions.ts';
import type { OrderPapers } from './order-papers.ts';
import { PlaceQuoteDialog } from './place-quote.tsx';
import { ShipOrderDialog } from './ship-order.tsx';

interface Props {
  readonly doing: Doing;
  readonly order: Schemas['Order'];
  readonly papers: OrderPapers;
  readonly onClose: () => void;
}

/** The dialog of what is being done with an order. */
export function OrderDialog({ doing, order, papers, onClose }: Props) {
  switch (doing) {
    case 'place':
      return <PlaceQuoteDialog order={order} onClose={onClose} />;
    case 'ship':
      return <ShipOrderDialog order={order} onClose={onClose} />;
    case 'invoice':
      return <InvoiceOrderDialog order={order} onClose={onClose} />;
    case 'return':
      return <AnnounceReturnDialog order={order} returns={papers.returns} onClose={onClose} />;
    default:
      return <CancelOrderDialog order={order} onClose={onClose} />;
  }
}
