import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Search } from '../app/root-route.tsx';
import { useT } from '../i18n/i18n.ts';
import { usePerson } from '../session/session.ts';
import { IconBookmarkPlus, IconX } from '../ui/icons.ts';
import { useKept } from '../ui/kept.ts';
import styles from './list.module.css';
import type { ListSpec, View } from './spec.ts';

const same = (a: Search, b: Search): boolean => new URLSearchParams(sorted(a)).toString() === new URLSearchParams(sorted(b)).toString();
const sorted = ({ new: _new, ...search }: Search): [string, string][] =>
  Object.entries(search)
    .flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : []))
    .sort(([a], [b]) => (a < b ? -1 : 1));

interface Props<Row> {
  readonly spec: ListSpec<Row>;
  readonly search: Search;
  readonly onChoose: (search: Search) => void;
}

/** The product's views and the person's own, side by side; the one that is shown is marked. */
export function Views<Row>({ spec, search, onChoose }: Props<Row>) {
  const t = useT();
  const { company, email } = usePerson();
  const [own, setOwn] = useKept<readonly View[]>(`views.${company}.${email}.${spec.id}`, []);
  const all: View = { name: t('lists.all'), search: {} };
  const known = [all, ...(spec.views ?? []), ...own].some((view) => same(view.search, search));
  return (
    <nav className={styles.views} aria-label={t('lists.views')}>
      {[all, ...(spec.views ?? [])].map((view) => (
        <ViewButton key={view.name} view={view} current={same(view.search, search)} onChoose={onChoose} />
      ))}
      {own.map((view) => (
        <span key={view.name} className={styles.own}>
          <ViewButton view={view} current={same(view.search, search)} onChoose={onChoose} />
          <ActionIcon
            size={24}
            aria-label={t('lists.removeView', { name: view.name })}
            onClick={() => setOwn(own.filter((each) => each !== view))}
          >
            <IconX size={13} />
          </ActionIcon>
        </span>
      ))}
      {!known && (
        <SaveView
          taken={own.map(({ name }) => name)}
          onSave={(name) => setOwn([...own.filter((each) => each.name !== name), { name, search }])}
        />
      )}
    </nav>
  );
}

function ViewButton({
  view,
  current,
  onChoose,
}: {
  readonly view: View;
  readonly current: boolean;
  readonly onChoose: (search: Search) => void;
}) {
  return (
    <button type="button" className={styles.view} aria-current={current || undefined} onClick={() => onChoose(view.search)}>
      {view.name}
    </button>
  );
}

function SaveView({ taken, onSave }: { readonly taken: readonly string[]; readonly onSave: (name: string) => void }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(name.trim());
    setOpen(false);
    setName('');
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus position="bottom-start">
      <Tooltip label={t('lists.saveView')}>
        <Popover.Target>
          <ActionIcon aria-label={t('lists.saveView')} onClick={() => setOpen(!open)}>
            <IconBookmarkPlus size={17} />
          </ActionIcon>
        </Popover.Target>
      </Tooltip>
      <Popover.Dropdown>
        <form onSubmit={save} className={styles.save}>
          <TextInput
            label={t('lists.viewName')}
            required
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            {...(taken.includes(name.trim()) ? { description: t('lists.viewReplaces') } : {})}
          />
          <Button type="submit">{t('lists.saveView')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
