import { getTreeExpandedState, Loader, Tree, type TreeNodeData, useTree } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { usePerson } from '../../session/session.ts';
import { IconChevronRight } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './organisation.module.css';
import { type Branch, organisation } from './organisation-tree.ts';

type Employee = Schemas['EmployeeRow'];
/** Larger teams are closed at first: one opens what one looks for. */
const OPEN_UP_TO = 60;

async function everybody(signal: AbortSignal): Promise<readonly Employee[]> {
  const people: Employee[] = [];
  let cursor: string | undefined;
  do {
    const query = { state: 'active' as const, limit: 100, ...(cursor ? { cursor } : {}) };
    const page = dataOf(await api.GET('/people/employees', { params: { query }, signal }));
    people.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return people;
}

const nodeOf = (branch: Branch<Employee>): TreeNodeData => ({
  value: branch.person.id,
  label: branch.person.name,
  nodeProps: { branch },
  ...(branch.team.length > 0 ? { children: branch.team.map(nodeOf) } : {}),
});

/** Who leads whom, as far as one may see it. */
export function Screen() {
  const t = useT();
  const { company } = usePerson();
  useTitle(t('menu.organisation'));
  const { data, error } = useQuery({ queryKey: ['organisation', company], queryFn: ({ signal }) => everybody(signal) });
  const nodes = useMemo(() => data && organisation(data).map(nodeOf), [data]);
  return (
    <article>
      <h1>{t('menu.organisation')}</h1>
      {error && <ProblemNote error={error} />}
      {!data && !error && <Loader aria-label={t('shell.loading')} />}
      {data?.length === 0 && <p className="dimmed">{t('employees.empty.text')}</p>}
      {nodes && nodes.length > 0 && <Chart nodes={nodes} open={(data?.length ?? 0) <= OPEN_UP_TO} />}
    </article>
  );
}

function Chart({ nodes, open }: { readonly nodes: TreeNodeData[]; readonly open: boolean }) {
  const t = useT();
  const tree = useTree();
  const { setExpandedState } = tree;
  useEffect(() => {
    setExpandedState(getTreeExpandedState(nodes, open ? '*' : nodes.map(({ value }) => value)));
  }, [nodes, open, setExpandedState]);
  return (
    <Tree
      data={nodes}
      tree={tree}
      withLines
      aria-label={t('menu.organisation')}
      renderNode={({ node, expanded, hasChildren, elementProps }) => {
        const { person, below } = (node.nodeProps as { branch: Branch<Employee> }).branch;
        return (
          <div {...elementProps} className={`${elementProps.className} ${styles.node}`}>
            <IconChevronRight
              aria-hidden
              className={styles.chevron}
              data-open={expanded || undefined}
              data-none={!hasChildren || undefined}
            />
            <Link to={`/people/employees/${person.id}` as never} tabIndex={-1}>
              {person.name}
            </Link>
            <span className="dimmed">{[person.position, person.department].filter(Boolean).join(' · ')}</span>
            {below > 0 && <span className="dimmed">{t('employees.below', { count: below })}</span>}
          </div>
        );
      }}
    />
  );
}
