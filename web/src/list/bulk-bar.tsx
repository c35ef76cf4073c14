import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../i18n/i18n.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import styles from './list.module.css';
import type { BulkAction, ListSpec } from './spec.ts';

interface Props<Row> {
  readonly spec: ListSpec<Row>;
  readonly selected: readonly Row[];
  readonly onDone: () => void;
}

/**
 * How many rows are chosen, and what can be done with them. What is being done stays in sight with the rows that it was
 * begun with: the list may no longer have them.
 */
export function BulkBar<Row>({ spec, selected, onDone }: Props<Row>) {
  const [activeDialog, setActiveDialog] = useState<{ readonly action: BulkAction<Row>; readonly rows: readonly Row[] }>();
  return (
    <>
      {selected.length > 0 && (
        <Choices spec={spec} selected={selected} onDone={onDone} onStart={(action) => setActiveDialog({ action, rows: selected })} />
      )}
      {activeDialog && (
        <BulkDialog
          {...activeDialog}
          nameOf={(row) => String(spec.columns[0]?.value(row) ?? '')}
          rowId={spec.rowId}
          onClose={(done) => {
            setActiveDialog(undefined);
            if (done) onDone();
          }}
        />
      )}
    </>
  );
}

function Choices<Row>({ spec, selected, onDone, onStart }: Props<Row> & { readonly onStart: (action: BulkAction<Row>) => void }) {
  const t = useT();
  return (
    <section className={styles.bulk} aria-label={t('lists.bulk')}>
      <b role="status">{t('lists.selected', { count: selected.length })}</b>
      <Group gap="xs">
        {spec.bulk?.map((each) => {
          const able = selected.filter((row) => each.blocked?.(row) === undefined).length;
          return (
            <Button key={each.id} size="sm" disabled={able === 0} onClick={() => onStart(each)}>
              {each.label} ({able})
            </Button>
          );
        })}
        <Button size="sm" variant="default" onClick={onDone}>
          {t('lists.deselect')}
        </Button>
      </Group>
    </section>
  );
}
