import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import type { ListView } from '#domain/platform/members/preferences.ts';
import { useT } from '../i18n/i18n.ts';
import { withUndo } from '../preferences/sync-errors.tsx';
import { useCan } from '../session/session.ts';
import { IconArrowLeft, IconArrowRight, IconChevronDown, IconPencil, IconTrash, IconUser, IconUsers } from '../ui/icons.ts';
import { RenameView } from './rename-view.tsx';
import { edit, handOver, remove, type ViewPlace } from './view-edits.ts';
import { moved, named } from './view-list.ts';

interface Props {
  readonly place: ViewPlace;
  /** Those that the view is one of, and those that it would be one of if it were handed over. */
  readonly views: readonly ListView[];
  readonly others: readonly ListView[];
  readonly view: ListView;
  /** It is not there any more: the focus needs another place. */
  readonly onGone: () => void;
}

/** What can be done with the view that is shown. */
export function ViewMenu({ place, views, others, view, onGone }: Props) {
  const t = useT();
  const can = useCan();
  const [renaming, setRenaming] = useState(false);
  const at = views.indexOf(view);
  const taken = named(others, view.name) !== undefined;
  const { name } = view;
  const takeAway = async () => {
    onGone();
    const undo = await remove(place, views, view);
    if (undo) withUndo(t(place.shared ? 'lists.removedForAll' : 'lists.removedView', { name }), undo);
  };
  return (
    <>
      <Menu position="bottom-start" returnFocus>
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('lists.viewActions', { name })}>
            <IconChevronDown size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setRenaming(true)}>
            {t('lists.renameView')}
          </Menu.Item>
          {at > 0 && (
            <Menu.Item leftSection={<IconArrowLeft size={16} />} onClick={() => void edit(place, moved(name, -1))}>
              {t('lists.moveBefore')}
            </Menu.Item>
          )}
          {at < views.length - 1 && (
            <Menu.Item leftSection={<IconArrowRight size={16} />} onClick={() => void edit(place, moved(name, 1))}>
              {t('lists.moveAfter')}
            </Menu.Item>
          )}
          {can('putSharedViews') && <HandOver {...{ place, view, taken, onGone }} />}
          <Menu.Divider />
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void takeAway()}>
            {t(place.shared ? 'lists.removeForAll' : 'lists.removeView')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameView place={place} views={views} view={view} onClose={() => setRenaming(false)} />}
    </>
  );
}

/** Shares a view with everybody, or keeps it for oneself again. */
function HandOver({ place, view, taken, onGone }: Pick<Props, 'place' | 'view' | 'onGone'> & { readonly taken: boolean }) {
  const t = useT();
  const Icon = place.shared ? IconUser : IconUsers;
  const go = () => {
    onGone();
    void handOver(place, view);
  };
  return (
    <Menu.Item leftSection={<Icon size={16} />} disabled={taken} onClick={go}>
      {t(place.shared ? 'lists.unshareView' : 'lists.shareView')}
      {taken && (
        <>
          <br />
          <small>{t('lists.viewTaken')}</small>
        </>
      )}
    </Menu.Item>
  );
}
