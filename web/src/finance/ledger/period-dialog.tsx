import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/kinds.ts';

export type Period = Schemas['Period'];
export type PeriodAct = 'close' | 'reopen' | 'lock';

const STATES = { close: 'closed', reopen: 'open', lock: 'locked' } as const;

interface Props {
  readonly period: Period;
  readonly act: PeriodAct;
  readonly onClose: () => void;
}

/** Says what the new state means before it is set; the one that is for good wants to be meant. */
export function PeriodDialog({ period: { period }, act, onClose }: Props) {
  const t = useT();
  const { month } = useFormats();
  const [sure, setSure] = useState(false);
  const state = STATES[act];
  const lock = act === 'lock';
  return (
    <ActionDialog
      title={t(`books.periods.${act}Of`, { period: month(period) })}
      confirm={t(`books.periods.${act}`)}
      danger={lock}
      size="md"
      onClose={onClose}
      input={state}
      incomplete={lock && !sure ? t('books.periods.lockNeeded') : undefined}
      run={({ dryRun }) =>
        api.PUT('/periods/{period}', { params: { path: { period }, query: dryRun ? { dryRun: true } : {} }, body: { state } }).then(dataOf)
      }
      preview={({ unfinished = [] }) => unfinished.length > 0 && <Unfinished found={unfinished} />}
      done={(done) => t('books.periods.done', { period: month(done.period), state: t(`states.period.${done.state}`) })}
    >
      <p>{t(`books.periods.${act}Text`)}</p>
      {lock && (
        <Checkbox
          label={t('books.periods.lockSure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          data-autofocus
        />
      )}
    </ActionDialog>
  );
}

/** What a month leaves open that is about to be closed. */
function Unfinished({ found }: { readonly found: readonly { readonly id: string; readonly number: string; readonly date: string }[] }) {
  const t = useT();
  const { date } = useFormats();
  return (
    <section aria-label={t('books.periods.unfinished')}>
      <p>{t('books.periods.unfinished')}</p>
      <ul>
        {found.map(({ id, number, date: day }) => (
          <li key={id}>
            <Link to={hrefOf(id) as never}>{number}</Link> · {date(day)}
          </li>
        ))}
      </ul>
    </section>
  );
}
