import { Checkbox, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addMonths, monthOf, monthsBetween } from '#kernel/date.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { post } from '../../actions/step-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Screen as MonthCloseList } from './month-close-list.tsx';

/** As far back as a month is offered. */
const MONTHS_BACK = 12;

/** A close or a rehearsal that begins, before the list: an address that can be linked to. */
export function Screen() {
  const t = useT();
  const { month } = useFormats();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const now = monthOf(today());
  const [body, setBody] = useState({ period: addMonths(now, -1), rehearsal: true });
  return (
    <>
      <MonthCloseList />
      <ActionDialog
        title={t('closing.begin.title')}
        confirm={t(body.rehearsal ? 'closing.begin.rehearse' : 'closing.begin.action')}
        size="md"
        onClose={() => go('/month-closes')}
        input={body}
        run={(how) => post('/month-closes', {})(body, how)}
        done={({ period }) => t('closing.begin.done', { month: month(period) })}
        onDone={({ id }) => go(`/month-closes/${id}`)}
      >
        <NativeSelect
          label={t('closing.month')}
          data={monthsBetween(addMonths(now, -MONTHS_BACK), now)
            .reverse()
            .map((value) => ({ value, label: month(value) }))}
          value={body.period}
          onChange={(event) => setBody({ ...body, period: event.currentTarget.value })}
          data-autofocus
        />
        <Checkbox
          label={t('closing.begin.rehearsal')}
          description={t('closing.begin.rehearsalText')}
          checked={body.rehearsal}
          onChange={(event) => setBody({ ...body, rehearsal: event.currentTarget.checked })}
        />
      </ActionDialog>
    </>
  );
}
