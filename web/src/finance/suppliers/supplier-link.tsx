import { Link } from '@tanstack/react-router';

/** A supplier by name. */
export const SupplierLink = ({ id, name }: { readonly id: string; readonly name: string }) => (
  <Link to={`/payables/suppliers/${id}` as never}>{name}</Link>
);
