import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { MAX_NAME } from '#domain/platform/members/preference-limits.ts';
import type { ListView } from '#domain/platform/members/preferences.ts';
import { useT } from '../i18n/i18n.ts';
import { usePreferences } from '../preferences/store.ts';
import { useCan } from '../session/session.ts';
import { IconBookmarkPlus } from '../ui/icons.ts';
import styles from './list.module.css';
import { edit, hasRoom } from './view-edits.ts';
import { named, put } from './view-list.ts';

interface Props {
  readonly list: string;
  readonly search: ListView['search'];
}

/** Gives what the list shows a name, for the person or for everybody. */
export function SaveView({ list, search }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus position="bottom-start">
      <Popover.Target>
        <ActionIcon aria-label={t('lists.saveView')} title={t('lists.saveView')} onClick={() => setOpen(!open)}>
          <IconBookmarkPlus size={17} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <NameView list={list} search={search} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function NameView({ list, search, onDone }: Props & { readonly onDone: () => void }) {
  const t = useT();
  const can = useCan();
  const { mine, shared } = usePreferences();
  const [name, setName] = useState('');
  const [forAll, setForAll] = useState(false);
  const content = forAll ? shared : mine;
  const view = { name: name.trim(), search };
  const full = view.name !== '' && !hasRoom(content, list, view);
  const replaces = named(content.views[list] ?? [], view.name) !== undefined;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (full || !view.name) return;
    void edit({ list, shared: forAll }, put(view));
    onDone();
  };
  return (
    <form onSubmit={save} className={styles.save}>
      <TextInput
        label={t('lists.viewName')}
        required
        maxLength={MAX_NAME}
        value={name}
        error={full && t('lists.viewsFull')}
        onChange={(event) => setName(event.currentTarget.value)}
        {...(replaces ? { description: t('lists.viewReplaces') } : {})}
      />
      {can('putSharedViews') && (
        <Checkbox label={t('lists.forAll')} checked={forAll} onChange={(event) => setForAll(event.currentTarget.checked)} />
      )}
      <Button type="submit">{t('lists.saveView')}</Button>
    </form>
  );
}
