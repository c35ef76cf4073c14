import type { ReactNode } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { PickField } from './pick-field.tsx';

export interface RecordPickerProps<T> {
  readonly label: string;
  readonly value: T | undefined;
  readonly onChange: (record: T | undefined) => void;
  readonly error?: ReactNode;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  /** Above a list: its label is its placeholder, and it can be cleared. */
  readonly bare?: boolean;
  /** Its field in the form: the focus finds it there when it is at fault. */
  readonly path?: string;
}

const customers = (q: string) => api.GET('/customers', { params: { query: { q, limit: 20 } } }).then((answer) => dataOf(answer).items);
const items = (q: string) =>
  api.GET('/items', { params: { query: { q, limit: 20, active: true } } }).then((answer) => dataOf(answer).items);

const customerLabel = ({ name, taxId }: Schemas['CustomerRow']): string => (taxId ? `${name} · ${taxId}` : name);
const itemLabel = ({ code, name }: Schemas['ItemRow']): string => `${code} · ${name}`;

export function CustomerPicker({ value, onChange, ...looks }: RecordPickerProps<Schemas['CustomerRow']>) {
  return (
    <PickField
      {...looks}
      kind="customer-record"
      chosen={value && customerLabel(value)}
      find={customers}
      idOf={({ id }) => id}
      optionOf={customerLabel}
      onPick={onChange}
      onClear={() => onChange(undefined)}
    />
  );
}

export function ItemPicker({ value, onChange, ...looks }: RecordPickerProps<Schemas['ItemRow']>) {
  return (
    <PickField
      {...looks}
      kind="item-record"
      chosen={value && itemLabel(value)}
      find={items}
      idOf={({ id }) => id}
      optionOf={itemLabel}
      onPick={onChange}
      onClear={() => onChange(undefined)}
    />
  );
}
