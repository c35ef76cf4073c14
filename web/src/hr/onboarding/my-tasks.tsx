import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordPage, Section } from '../../record/record-page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TaskTable } from './task-table.tsx';

/** What the person has to do for people who come or leave. */
export function Screen() {
  const t = useT();
  const query = $api.useQuery('get', '/onboarding/tasks');
  const tasks = query.data?.items ?? [];
  return (
    <RecordPage query={query} title={t('menu.myTasks')} parent={{ to: '/people/onboarding', label: t('menu.onboarding') }}>
      <Section title={t('onboarding.pending')}>
        {tasks.length === 0 ? (
          <Notice title={t('onboarding.nothing.title')} text={t('onboarding.nothing.text')} />
        ) : (
          <TaskTable tasks={tasks} named />
        )}
      </Section>
    </RecordPage>
  );
}
