import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './year-tasks.module.css';

type Guide = Schemas['YearEnd'];
type Task = Guide['tasks'][number];

/** Where each is done. */
const PLACES: Readonly<Record<Task['task'], string>> = {
  drafts: '/invoice-drafts?state=draft',
  stock: '/stock',
  unbilled: '/payables/unbilled',
  deferrals: '/journal/new',
  depreciation: '/assets/entries',
  revaluation: '/exchange-differences',
  'tax-returns': '/tax-returns',
};

/** What is looked at before a year is closed, with the way to where it is done. */
export function YearTasks({ guide: { tasks, state } }: { readonly guide: Pick<Guide, 'tasks' | 'state'> }) {
  const t = useT();
  // What a closed year lacks is seen once it is reopened: until then nobody can do it.
  if (state === 'closed') return null;
  const open = tasks.filter((task) => task.state === 'open').length;
  return (
    <Section title={t('yearEnd.tasks.title')}>
      <p role="status">{t('yearEnd.tasks.left', { count: open })}</p>
      <ul className={styles.tasks}>
        {tasks.map((task) => (
          <li key={task.task}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const t = useT();
  const { money } = useFormats();
  const { task: name, state, count = 0, more, amount, returns = [] } = task;
  const figures = { count, amount: amount ? money(amount) : '', more: more ? '+' : '' };
  return (
    <>
      <StateBadge kind="year-task" state={state} />
      <div>
        <strong>{t(`yearEnd.tasks.names.${name}`)}</strong>
        <p>{t(`yearEnd.tasks.${state}.${name}`, figures)}</p>
        {state === 'open' && <p>{returns.length > 0 ? <Returns returns={returns} /> : <Place name={name} />}</p>}
      </div>
    </>
  );
}

const Place = ({ name }: { readonly name: Task['task'] }) => {
  const t = useT();
  return <Link to={PLACES[name] as never}>{t(`yearEnd.tasks.places.${name}`)}</Link>;
};

/** Each return that lacks its filing, by its own page. */
function Returns({ returns }: { readonly returns: NonNullable<Task['returns']> }) {
  return (
    <span className={styles.returns}>
      {returns.map(({ form, period }) => (
        <Link key={`${form} ${period}`} to={'/tax-returns' as never} search={{ form, period } as never}>
          {form} {period}
        </Link>
      ))}
    </span>
  );
}
