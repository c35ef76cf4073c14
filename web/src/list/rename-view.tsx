import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { MAX_NAME } from '#domain/platform/members/preference-limits.ts';
import type { ListView } from '#domain/platform/members/preferences.ts';
import fields from '../actions/action.module.css';
import { useT } from '../i18n/i18n.ts';
import { Dialog } from '../ui/dialog.tsx';
import { edit, type ViewPlace } from './view-edits.ts';
import { named, renamed } from './view-list.ts';

interface Props {
  readonly place: ViewPlace;
  readonly views: readonly ListView[];
  readonly view: ListView;
  readonly onClose: () => void;
}

/** Another name for a view; for everybody, where it is the company's. */
export function RenameView({ place, views, view, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState(view.name);
  const wanted = name.trim();
  const other = named(views, wanted);
  const taken = other !== undefined && other !== view;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (taken || !wanted) return;
    if (wanted !== view.name) void edit(place, renamed(view.name, wanted));
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('lists.renameTitle', { name: view.name })} size="sm">
      <form className={fields.form} onSubmit={save}>
        <TextInput
          data-autofocus
          label={t('lists.viewName')}
          required
          maxLength={MAX_NAME}
          value={name}
          error={taken && t('lists.viewTaken')}
          {...(place.shared ? { description: t('lists.sharedHint') } : {})}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit">{t('actions.save')}</Button>
        </Group>
      </form>
    </Dialog>
  );
}
