import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { $api } from '../../../api/client.ts';
import { useT } from '../../../i18n/i18n.ts';
import type { Draft } from './draft.ts';
import styles from './placing.module.css';

interface PartProps {
  readonly draft: Draft;
  readonly change: (next: (draft: Draft) => Draft) => void;
  readonly fault: (place: string) => string | undefined;
}

/** Day, warehouse where there are several, and the customer's own reference. */
export function OrderFacts({ draft, change, fault }: PartProps) {
  const t = useT();
  const { data } = $api.useQuery('get', '/warehouses', {}, { staleTime: 300_000 });
  const warehouses = data?.items ?? [];
  const text = (field: 'date' | 'reference') => ({
    id: field,
    value: draft[field],
    error: fault(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget;
      change((now) => ({ ...now, [field]: value }));
    },
  });
  return (
    <>
      <TextInput type="date" label={t('orders.date')} {...text('date')} />
      {warehouses.length > 1 && (
        <NativeSelect
          id="warehouse"
          label={t('orders.warehouse')}
          value={draft.warehouse}
          error={fault('warehouse')}
          onChange={(event) => {
            const warehouse = event.currentTarget.value;
            change((now) => ({ ...now, warehouse }));
          }}
          data={warehouses.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <TextInput label={t('orders.reference')} maxLength={80} {...text('reference')} />
    </>
  );
}

/** What is said to the customer, and how the prices are meant. */
export function OrderNotes({ draft, change, fault }: PartProps) {
  const t = useT();
  return (
    <div className={styles.customer}>
      <Textarea
        id="notes"
        label={t('orders.notes')}
        maxLength={500}
        autosize
        minRows={2}
        value={draft.notes}
        error={fault('notes')}
        onChange={(event) => {
          const notes = event.currentTarget.value;
          change((now) => ({ ...now, notes }));
        }}
      />
      <Switch
        label={t('orders.new.pricesIncludeTax')}
        checked={draft.pricesIncludeTax}
        onChange={(event) => {
          const pricesIncludeTax = event.currentTarget.checked;
          change((now) => ({ ...now, pricesIncludeTax }));
        }}
      />
    </div>
  );
}
