import { $api } from '../api/client.ts';
import { CustomerPicker } from '../ui/record-picker.tsx';
import styles from './list.module.css';

interface Props {
  readonly label: string;
  /** As the address has it. */
  readonly id: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** The records of one customer, found while typing. */
export function CustomerFilter({ label, id, onChange }: Props) {
  const chosen = $api.useQuery(
    'get',
    '/customers/{customerId}',
    { params: { path: { customerId: id ?? '' } } },
    { enabled: id !== undefined },
  );
  const customer = id === undefined ? undefined : chosen.data;
  return (
    <div className={styles.filter}>
      {/* Another customer, by the address too, is another field: its text is its own. */}
      <CustomerPicker key={customer?.id ?? ''} bare label={label} value={customer} onChange={(picked) => onChange(picked?.id)} />
    </div>
  );
}
