import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../../api/client.ts';
import { useT } from '../../../i18n/i18n.ts';
import { useCan } from '../../../session/session.ts';
import { PickField } from '../../../ui/pick-field.tsx';
import type { Draft } from './draft.ts';
import { goTo } from './go-to.ts';
import { NewCustomer } from './new-customer.tsx';
import styles from './placing.module.css';

const find = (q: string) => api.GET('/customers', { params: { query: { q, limit: 12 } } }).then((answer) => dataOf(answer).items);

interface Props {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onPick: (customer: Draft['customer']) => void;
}

/** Who orders: found by name or tax id, or taken up as a new customer without leaving the order. */
export function CustomerPart({ draft, error, onPick }: Props) {
  const t = useT();
  const can = useCan();
  const [making, setMaking] = useState<string>();
  const pick = ({ id, name, taxId }: Schemas['Customer']) => {
    setMaking(undefined);
    onPick({ id, name, taxId });
    goTo(`${draft.lines.at(-1)?.key}-item`);
  };
  const { customer } = draft;
  return (
    <div className={styles.customer}>
      <PickField
        id="customer"
        label={t('orders.customer')}
        kind="customer"
        chosen={customer && [customer.name, customer.taxId].filter(Boolean).join(' · ')}
        find={find}
        idOf={({ id }) => id}
        optionOf={({ name, taxId, email }) => (
          <div className={styles.customerOption}>
            <span>{name}</span>
            <small>{taxId ?? email}</small>
          </div>
        )}
        onPick={pick}
        onClear={() => onPick(undefined)}
        make={can('createCustomer') ? { label: (words) => t('orders.new.makeCustomer', { name: words }), start: setMaking } : undefined}
        error={error}
        // On a narrow screen the keyboard would cover the page before it is seen.
        autoFocus={customer === undefined && window.innerWidth >= 900}
      />
      {making !== undefined && <NewCustomer name={making} onMade={pick} onClose={() => setMaking(undefined)} />}
    </div>
  );
}
