import { useState } from 'react';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { useCan } from '../session/session.ts';
import { PickField } from '../ui/pick-field.tsx';
import type { InputProps } from './input.ts';
import styles from './lines.module.css';
import { NewCustomer } from './new-customer.tsx';

export interface DraftCustomer {
  readonly id: string;
  readonly name: string;
  readonly taxId?: string | undefined;
}

const find = (q: string) => api.GET('/customers', { params: { query: { q, limit: 12 } } }).then((answer) => dataOf(answer).items);
export const draftCustomer = ({ id, name, taxId }: Schemas['CustomerRow']): DraftCustomer => ({ id, name, taxId });

interface Props extends InputProps {
  readonly value: DraftCustomer | undefined;
  readonly onChange: (customer: DraftCustomer | undefined) => void;
}

/** Found by name or tax id, or taken up as a new customer without leaving the document. It leads on to the lines. */
export function CustomerField({ value, onChange, ...looks }: Props) {
  const t = useT();
  const can = useCan();
  const [making, setMaking] = useState<string>();
  const pick = (customer: Schemas['CustomerRow']) => {
    setMaking(undefined);
    onChange(draftCustomer(customer));
    const lines = document.querySelectorAll('main [data-line]');
    lines[lines.length - 1]?.querySelector('input')?.focus();
  };
  return (
    <>
      <PickField
        {...looks}
        kind="customer"
        chosen={value && [value.name, value.taxId].filter(Boolean).join(' · ')}
        find={find}
        idOf={({ id }) => id}
        optionOf={({ name, taxId, email }) => (
          <div className={styles.customerOption}>
            <span>{name}</span>
            <small>{taxId ?? email}</small>
          </div>
        )}
        onPick={pick}
        onClear={() => onChange(undefined)}
        make={can('createCustomer') ? { label: (words) => t('lines.makeCustomer', { name: words }), start: setMaking } : undefined}
      />
      {making !== undefined && <NewCustomer name={making} onMade={pick} onClose={() => setMaking(undefined)} />}
    </>
  );
}
