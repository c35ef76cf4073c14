import { useNavigate } from '@tanstack/react-router';
import { CustomerDialog } from './customer-dialog.tsx';
import { Screen as CustomerList } from './customer-list.tsx';

/** A new customer, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <CustomerList />
      <CustomerDialog onClose={() => go('/customers')} onDone={({ id }) => go(`/customers/${id}`)} />
    </>
  );
}
