import { Loader } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { isProblem } from '../api/problem.ts';
import { useT } from '../i18n/i18n.ts';
import { NotFoundScreen } from '../ui/not-found-screen.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { useTitle } from '../ui/title.ts';
import { useScrollBox } from '../ui/use-scroll-box.ts';
import { useRecent } from './open-record.ts';
import styles from './record.module.css';
import { type AnsweredActions, type RecordAction, RecordActions } from './record-actions.tsx';

export interface RecordPageProps {
  /** What is read: the page shows its progress and its refusal; a record that is not there is a page that is not there. */
  readonly query: { readonly isPending: boolean; readonly error: unknown };
  /** The list that the record is in. */
  readonly parent: { readonly to: string; readonly label: string };
  readonly title: string;
  /** State and other badges beside the title. */
  readonly badges?: ReactNode;
  /** One line below the title: who, when, how much. */
  readonly subtitle?: ReactNode;
  readonly actions?: readonly RecordAction[];
  /** What the record's read answers of them. */
  readonly answered?: AnsweredActions | undefined;
  readonly children: ReactNode;
  /** Timeline, linked documents, execution. */
  readonly aside?: ReactNode;
  /** Whether what stands aside takes half of the page: a paper is read there. */
  readonly halves?: boolean;
}

/** The frame of every record: where one is, what it is, what can be done with it, all about it. */
export function RecordPage({ query, parent, title, badges, subtitle, actions = [], answered, children, aside, halves }: RecordPageProps) {
  const t = useT();
  useTitle(query.isPending ? undefined : title);
  if (query.isPending)
    return (
      <div className={styles.loading} role="status" aria-label={t('shell.loading')}>
        <Loader />
      </div>
    );
  if (isProblem(query.error) && (query.error.status === 404 || query.error.status === 400)) return <NotFoundScreen />;
  if (query.error) return <ProblemNote error={query.error} />;
  return (
    <article className={styles.record}>
      <nav aria-label={t('records.path')} className={`${styles.path} no-print`}>
        <Link to={parent.to as never}>{parent.label}</Link>
      </nav>
      <header className={styles.header}>
        <div className={styles.heading}>
          <h1>{title}</h1>
          {badges}
        </div>
        <RecordActions actions={actions} answered={answered} of={title} />
        <Visited title={title} />
      </header>
      {subtitle && <div className="dimmed">{subtitle}</div>}
      <div className={styles.columns} data-aside={aside ? true : undefined} data-halves={halves || undefined}>
        <div className={styles.main}>{children}</div>
        {aside && <aside className={styles.aside}>{aside}</aside>}
      </div>
    </article>
  );
}

/** Keeps the record among the recent ones. */
function Visited({ title }: { readonly title: string }) {
  const to = useRouterState({ select: ({ location }) => location.pathname });
  const [, add] = useRecent();
  useEffect(() => add({ to, title }));
  return null;
}

/** A titled part of a record. */
export function Section({
  title,
  actions,
  printed = true,
  children,
}: {
  readonly title: string;
  readonly printed?: boolean;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const scrolling = useScrollBox();
  return (
    <section {...scrolling} className={`${styles.section} ${printed ? '' : 'no-print'}`} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  );
}

/** Names and values, two by two, some `no-print`. What has no value is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode, 'no-print'?])[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== undefined && value !== null && value !== '')
        .map(([name, value, print]) => (
          <div key={name} className={print}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
