import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import type { FilterOf } from '../../list/filter-kinds.ts';
import type { OwnFilterProps } from '../../list/spec.ts';
import { PickField } from '../../ui/pick-field.tsx';
import type { RecordPickerProps } from '../../ui/record-picker.tsx';

type Supplier = Schemas['SupplierRow'];

const find = (q: string) => api.GET('/payables/suppliers', { params: { query: { q, limit: 20 } } }).then((answer) => dataOf(answer).items);
const labelOf = ({ name, taxId }: Pick<Supplier, 'name' | 'taxId'>): string => (taxId ? `${name} · ${taxId}` : name);

type Props = Omit<RecordPickerProps<Supplier>, 'value'> & {
  readonly id?: string;
  readonly value: Pick<Supplier, 'name' | 'taxId'> | undefined;
};

/** A supplier, found by name or tax id. */
export const SupplierPicker = ({ value, onChange, ...looks }: Props) => (
  <PickField
    {...looks}
    kind="supplier-record"
    chosen={value && labelOf(value)}
    find={find}
    idOf={({ id }) => id}
    optionOf={labelOf}
    onPick={onChange}
    onClear={() => onChange(undefined)}
  />
);

/** The supplier that an address names. */
export const useSupplier = (supplierId: string | undefined) =>
  $api.useQuery(
    'get',
    '/payables/suppliers/{supplierId}',
    { params: { path: { supplierId: supplierId ?? '' } } },
    { enabled: supplierId !== undefined },
  );

function SupplierFilter({ label, id, onChange }: OwnFilterProps) {
  const { data } = useSupplier(id);
  const supplier = id === undefined ? undefined : data;
  // Another supplier, by the address too, is another field: its text is its own.
  return <SupplierPicker key={supplier?.id ?? ''} bare label={label} value={supplier} onChange={(picked) => onChange(picked?.id)} />;
}

/** Lists of one supplier's documents. */
export const supplierFilter =
  (): FilterOf =>
  ({ t }) => ({ kind: 'own', id: 'supplierId', label: t('payables.supplier'), input: (props) => <SupplierFilter {...props} /> });
