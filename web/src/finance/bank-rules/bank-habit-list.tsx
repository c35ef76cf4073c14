import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';

/** So many are shown: who looks for one more searches for it. */
const SHOWN = 100;

/** What was learnt of counterparties, each forgotten by one button. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.bankHabits'));
  const can = useCan();
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>();
  const { data, error } = $api.useQuery('get', '/banking/habits', { params: { query: { limit: SHOWN } } });
  const forget = (habitId: string) =>
    api
      .DELETE('/banking/habits/{habitId}', { params: { path: { habitId } } })
      .then(dataOf)
      .then(() => notifications.show({ message: t('bankRules.habits.forgotten'), color: 'teal' }))
      .then(() => queries.invalidateQueries({ queryKey: ['get', '/banking/habits'] }))
      .catch(setFault);
  return (
    <article className={record.record}>
      <h1>{t('menu.bankHabits')}</h1>
      <ProblemNote error={fault ?? error} />
      {data?.items.length === 0 && <p className="dimmed">{t('bankRules.habits.nothing')}</p>}
      {data && data.items.length > 0 && (
        <LinesTable heads={[t('bankRules.habits.key'), t('bankRules.habits.of'), t('bankRules.habits.matched'), '']}>
          <tbody>
            {data.items.map(({ id, label, of, matched }) => (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>{t(`bankRules.habits.by.${of}`)}</td>
                <td>{matched.map(({ name, count }) => t('bankRules.habits.times', { name, count })).join(', ')}</td>
                <td>
                  {can('forgetBankHabit') && (
                    <Button
                      size="xs"
                      variant="subtle"
                      onClick={() => void forget(id)}
                      aria-label={`${t('bankRules.habits.forget')} ${label}`}
                    >
                      {t('bankRules.habits.forget')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      )}
    </article>
  );
}
