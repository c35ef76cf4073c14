import { Button, Combobox, Textarea, useCombobox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import { api, dataOf } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { useContextActions } from '../record/open-record.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import type { MentionablePerson, Note } from './activity.ts';
import { useMention } from './mention.ts';
import styles from './notes.module.css';

interface Props {
  readonly record: string;
  /** The note that is changed; absent: a new one. */
  readonly note?: Note | undefined;
  readonly onDone: (note: Note) => void;
  readonly onClose?: () => void;
}

/** Where a note is written: `@` calls a person, Ctrl Enter keeps it, `n` comes here from anywhere. */
export function NoteField({ record, note, onDone, onClose }: Props) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(note?.text ?? '');
  const [picked, setPicked] = useState<readonly MentionablePerson[]>([]);
  const { busy, fault, send } = useSave({ record, note });
  const mention = useMention(record);
  const menu = useCombobox({ opened: mention.people.length > 0, onOpenedChange: (open) => !open && mention.close() });
  const focus = () => field.current?.focus();
  useHotkeys(note ? [] : [['n', focus]]);
  useContextActions(note ? [] : [{ id: 'note', label: t('notes.write'), key: 'n', start: focus }]);
  const pick = (id: string) => {
    const person = mention.people.find((one) => one.id === id);
    if (!person) return;
    setText(mention.completed(text, person));
    setPicked([...picked, person]);
    focus();
  };
  const submit = async () => {
    const called = picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id);
    const kept = await send(text, [...new Set([...(note?.mentions ?? []), ...called])]);
    if (!kept) return;
    if (!note) setText('');
    onDone(kept);
  };
  const heard = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) void submit();
    if (event.key === 'Escape' && !menu.dropdownOpened) (onClose ?? (() => field.current?.blur()))();
  };
  return (
    <div className={styles.field}>
      <Combobox store={menu} onOptionSubmit={pick} position="bottom-start">
        <Combobox.Target withKeyboardNavigation={menu.dropdownOpened} withAriaAttributes={false}>
          <Textarea
            ref={field}
            label={t(note ? 'notes.change' : 'notes.write')}
            placeholder={t('notes.hint')}
            autosize
            minRows={2}
            maxRows={12}
            maxLength={4000}
            value={text}
            data-autofocus={note ? true : undefined}
            aria-controls={menu.dropdownOpened ? (menu.listId ?? undefined) : undefined}
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              mention.look(currentTarget.value, currentTarget.selectionStart);
              menu.resetSelectedOption();
            }}
            onBlur={mention.close}
            onKeyDown={heard}
          />
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label={t('notes.people')}>
            {mention.people.map(({ id, name, email }) => (
              <Combobox.Option key={id} value={id}>
                {name === email ? name : `${name} · ${email}`}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <span role="status" className="unseen">
        {menu.dropdownOpened && t('notes.found', { count: mention.people.length })}
      </span>
      <ProblemNote error={fault} />
      <div className={styles.buttons}>
        <Button size="compact-md" disabled={!text.trim()} loading={busy} onClick={() => void submit()}>
          {t(note ? 'notes.keep' : 'notes.publish')}
        </Button>
        {onClose && (
          <Button size="compact-md" variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Keeps a note; one key for one content, so that the same sent twice is one note. */
function useSave({ record, note }: Pick<Props, 'record' | 'note'>) {
  const key = useRef<{ readonly content: string; readonly key: string }>(undefined);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const keyFor = (content: string) => {
    if (key.current?.content !== content) key.current = { content, key: crypto.randomUUID() };
    return key.current.key;
  };
  const send = async (text: string, mentions: string[]): Promise<Note | undefined> => {
    setBusy(true);
    setFault(undefined);
    try {
      const header = { 'Idempotency-Key': keyFor(`${text} ${mentions.join()}`) };
      const answer = note
        ? await api.PATCH('/notes/{noteId}', { params: { path: { noteId: note.id } }, body: { text, mentions } })
        : await api.POST('/notes', { params: { header }, body: { record, text, mentions } });
      key.current = undefined;
      return dataOf(answer);
    } catch (error) {
      setFault(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, send };
}
