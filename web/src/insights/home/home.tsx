import { $api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCompanyName } from '../../session/company.ts';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { Figures } from './figures.tsx';
import { FirstSteps } from './first-steps.tsx';
import styles from './home.module.css';
import { type Home, isNew } from './home-data.ts';
import { QuickActions } from './quick-actions.tsx';
import { WorkQueues } from './work-queues.tsx';

/** Read again so often while it is open: others work too. */
const AGAIN_MS = 60_000;

/** What waits for me, how it goes, and what I do most. */
export function Screen() {
  const t = useT();
  const { longDate } = useFormats();
  const company = useCompanyName();
  useTitle(t('menu.home'));
  const { data, error, isPending } = $api.useQuery('get', '/home', {}, { refetchInterval: AGAIN_MS });
  const unknown = isProblem(error, 'company.not_found');
  return (
    <div className={styles.home}>
      <header className={styles.head}>
        <div>
          <h1>{t('menu.home')}</h1>
          <p className="dimmed">{data ? t('home.of', { company, date: longDate(data.date) }) : company}</p>
        </div>
        <QuickActions />
      </header>
      {!unknown && <ProblemNote error={error} />}
      {isPending && (
        <p className="dimmed" role="status">
          {t('shell.loading')}
        </p>
      )}
      {unknown && <FirstSteps hasCompany={false} />}
      {data && <Content data={data} />}
    </div>
  );
}

function Content({ data }: { readonly data: Home }) {
  const can = useCan();
  const starting = can('patchCompany') && isNew(data);
  return (
    <>
      {starting ? <FirstSteps hasCompany /> : <WorkQueues waiting={data.waiting} />}
      {data.figures && <Figures figures={data.figures} date={data.date} />}
    </>
  );
}
