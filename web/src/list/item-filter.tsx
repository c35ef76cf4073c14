import { $api } from '../api/client.ts';
import { ItemPicker } from '../ui/record-picker.tsx';
import styles from './list.module.css';

interface Props {
  readonly label: string;
  /** As the address has it. */
  readonly id: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** The records of one item, found while typing. */
export function ItemFilter({ label, id, onChange }: Props) {
  const chosen = $api.useQuery('get', '/items/{itemId}', { params: { path: { itemId: id ?? '' } } }, { enabled: id !== undefined });
  const item = id === undefined ? undefined : chosen.data;
  return (
    <div className={styles.filter}>
      {/* Another item, by the address too, is another field: its text is its own. */}
      <ItemPicker key={item?.id ?? ''} bare label={label} value={item} onChange={(picked) => onChange(picked?.id)} />
    </div>
  );
}
