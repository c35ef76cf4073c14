import { useNavigate } from '@tanstack/react-router';
import { AdjustStockDialog } from './adjust-stock.tsx';
import { Screen as AdjustmentList } from './adjustment-list.tsx';

/** A correction of the count, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  return (
    <>
      <AdjustmentList />
      <AdjustStockDialog onClose={() => void navigate({ to: '/stock-adjustments' } as never)} />
    </>
  );
}
