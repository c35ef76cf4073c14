import { useNavigate } from '@tanstack/react-router';
import { ItemDialog } from './item-dialog.tsx';
import { Screen as ItemList } from './item-list.tsx';

/** A new item, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <ItemList />
      <ItemDialog onClose={() => go('/items')} onDone={({ id }) => go(`/items/${id}`)} />
    </>
  );
}
