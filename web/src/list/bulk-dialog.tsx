import { Button, Group, Progress } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ReasonField } from '../form/step-fields.tsx';
import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useProblemText } from '../ui/problem-note.tsx';
import type { BulkAction } from './spec.ts';

interface Props<Row> {
  readonly action: BulkAction<Row>;
  readonly rows: readonly Row[];
  readonly nameOf: (row: Row) => string;
  readonly rowId: (row: Row) => string;
  readonly onClose: (done: boolean) => void;
}

interface Outcome {
  readonly name: string;
  readonly fault?: string;
}

/** Shows what one action will do with many rows, does it one after the other, and tells of each that failed. */
export function BulkDialog<Row>({ action, rows, nameOf, rowId, onClose }: Props<Row>) {
  const t = useT();
  const problem = useProblemText();
  const queries = useQueryClient();
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>();
  // One key for each row of this opening: what a lost answer makes us send again is done once.
  const [key] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const able = rows.filter((row) => action.blocked?.(row) === undefined);
  const left = rows.filter((row) => action.blocked?.(row) !== undefined);
  const running = outcomes !== undefined && outcomes.length < able.length;
  const start = async () => {
    const soFar: Outcome[] = [];
    setOutcomes([]);
    for (const row of able) {
      const name = nameOf(row);
      const fault = await action.run(row, `${key}-${rowId(row)}`, reason.trim()).then(
        () => undefined,
        (error: unknown) => problem(error),
      );
      soFar.push(fault ? { name, fault } : { name });
      setOutcomes([...soFar]);
    }
    await queries.invalidateQueries();
  };
  const failed = outcomes?.filter(({ fault }) => fault) ?? [];
  return (
    <Dialog onClose={() => !running && onClose(outcomes !== undefined)} title={action.label} size="lg">
      {outcomes === undefined ? (
        <>
          <p>{t('lists.bulkCount', { count: able.length })}</p>
          {action.asksReason && <ReasonField value={reason} onChange={setReason} description={t('actions.reasonNeeded')} />}
          {action.preview(able)}
          {left.length > 0 && <Skipped rows={left.map((row) => [nameOf(row), action.blocked?.(row) ?? ''])} />}
        </>
      ) : (
        <>
          <Progress value={(100 * outcomes.length) / Math.max(1, able.length)} aria-label={action.label} />
          <p role="status">{t('lists.bulkDone', { done: outcomes.length - failed.length, count: able.length })}</p>
          {failed.length > 0 && <Skipped rows={failed.map(({ name, fault = '' }) => [name, fault])} />}
        </>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={running} onClick={() => onClose(outcomes !== undefined)}>
          {t(outcomes ? 'actions.close' : 'actions.cancel')}
        </Button>
        {outcomes === undefined && (
          <Button
            {...(action.asksReason ? { disabled: reason.trim() === '' } : { 'data-autofocus': true })}
            {...(action.danger ? { color: 'red' } : {})}
            onClick={() => void start()}
          >
            {action.label} ({able.length})
          </Button>
        )}
      </Group>
    </Dialog>
  );
}

function Skipped({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  const t = useT();
  return (
    <details open={rows.length <= 5}>
      <summary>{t('lists.bulkLeft', { count: rows.length })}</summary>
      <ul>
        {rows.map(([name, why]) => (
          <li key={name}>
            <b>{name}</b>: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}
