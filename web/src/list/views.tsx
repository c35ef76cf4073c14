import { useRef } from 'react';
import type { ListView } from '#domain/platform/members/preferences.ts';
import { useT } from '../i18n/i18n.ts';
import { usePreferences } from '../preferences/store.ts';
import { useCan } from '../session/session.ts';
import { IconUsers } from '../ui/icons.ts';
import type { Search } from './address.ts';
import styles from './list.module.css';
import { SaveView } from './save-view.tsx';
import type { ListSpec, View } from './spec.ts';
import { ViewMenu } from './view-menu.tsx';

const pairsOf = ({ new: _new, ...search }: Search): [string, string][] =>
  Object.entries(search)
    .flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1));
const same = (a: Search, b: Search): boolean => new URLSearchParams(pairsOf(a)).toString() === new URLSearchParams(pairsOf(b)).toString();

interface Props<Row> {
  readonly spec: ListSpec<Row>;
  readonly search: Search;
  readonly onChoose: (search: Search) => void;
}

/** The product's views, the company's and the person's own, side by side; the one that is shown is marked. */
export function Views<Row>({ spec, search, onChoose }: Props<Row>) {
  const t = useT();
  const can = useCan();
  const { mine, shared } = usePreferences();
  const place = useRef<HTMLElement>(null);
  const [common, own] = [shared.views[spec.id] ?? [], mine.views[spec.id] ?? []];
  const ready: readonly View[] = [{ name: t('lists.all'), search: {} }, ...(spec.views ?? [])];
  const isSaved = [...ready, ...common, ...own].some((view) => same(view.search, search));
  // Whoever takes a view away goes on from its neighbours.
  const onGone = () => void setTimeout(() => place.current?.querySelector('button')?.focus());
  const kept = (views: readonly ListView[], others: readonly ListView[], isShared: boolean) =>
    views.map((view) => {
      const current = same(view.search, search);
      return (
        <span key={view.name} className={styles.own}>
          <ViewButton view={view} current={current} isShared={isShared} onChoose={onChoose} />
          {current && (!isShared || can('putSharedViews')) && (
            <ViewMenu place={{ list: spec.id, shared: isShared }} {...{ views, others, view, onGone }} />
          )}
        </span>
      );
    });
  return (
    <nav ref={place} className={styles.views} aria-label={t('lists.views')}>
      {ready.map((view) => (
        <ViewButton key={view.name} view={view} current={same(view.search, search)} onChoose={onChoose} />
      ))}
      {kept(common, own, true)}
      {kept(own, common, false)}
      {!isSaved && <SaveView list={spec.id} search={Object.fromEntries(pairsOf(search))} />}
    </nav>
  );
}

interface ButtonProps {
  readonly view: View;
  readonly current: boolean;
  readonly isShared?: boolean;
  readonly onChoose: (search: Search) => void;
}

function ViewButton({ view, current, isShared = false, onChoose }: ButtonProps) {
  const t = useT();
  return (
    <button
      type="button"
      className={styles.view}
      aria-current={current || undefined}
      title={isShared ? t('lists.sharedView') : undefined}
      aria-label={isShared ? `${view.name}, ${t('lists.sharedView')}` : undefined}
      onClick={() => onChoose(view.search)}
    >
      {isShared && <IconUsers size={14} className={styles.shared} aria-hidden />}
      {view.name}
    </button>
  );
}
