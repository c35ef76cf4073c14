import { NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { $api } from '../../../api/client.ts';
import { useT } from '../../../i18n/i18n.ts';
import { DateField } from '../../../ui/date-field.tsx';
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
  const set = (field: 'date' | 'reference') => (value: string) => change((now) => ({ ...now, [field]: value }));
  return (
    <>
      <DateField label={t('orders.date')} id="date" value={draft.date} error={fault('date')} onChange={set('date')} />
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
      <TextInput
        id="reference"
        label={t('orders.reference')}
        maxLength={80}
        value={draft.reference}
        error={fault('reference')}
        onChange={(event) => set('reference')(event.currentTarget.value)}
      />
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
