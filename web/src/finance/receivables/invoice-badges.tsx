import type { Schemas } from '../../api/client.ts';
import { StateBadge } from '../../ui/state-badge.tsx';

/** The state of an invoice, and whether its customer disputes it. */
export const InvoiceBadges = ({
  invoice: { state, disputed },
}: {
  readonly invoice: Pick<Schemas['InvoiceRow'], 'state' | 'disputed'>;
}) => (
  <>
    <StateBadge kind="invoice" state={state} /> {disputed && <StateBadge kind="dispute" state="open" />}
  </>
);
