import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useT } from '../i18n/i18n.ts';

/** What the last choice stands for: the words themselves, to make a new record of them. */
const MAKE = '+';

export interface PickFieldProps<T> {
  readonly id?: string;
  readonly label: string;
  readonly className?: string | undefined;
  /** Keeps what was found: `customer`, `item`. */
  readonly kind: string;
  /** What stands in the field for the record that has been chosen. */
  readonly chosen: string | undefined;
  readonly find: (q: string) => Promise<readonly T[]>;
  readonly idOf: (record: T) => string;
  /** A choice in the list: as many columns as the record needs to be told from others. */
  readonly optionOf: (record: T) => ReactNode;
  readonly onPick: (record: T) => void;
  /** The field was emptied. */
  readonly onClear?: (() => void) | undefined;
  /** A new record by the words that found nothing, where that is allowed. */
  readonly make?: { readonly label: (words: string) => string; readonly start: (words: string) => void } | undefined;
  readonly error?: ReactNode;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Above a list: its label is its placeholder, and it can be cleared. */
  readonly bare?: boolean;
  /** Its field in the form: the focus finds it there when it is at fault. */
  readonly path?: string;
}

/**
 * Finds a record while one types, and takes the first on Enter, also where Enter is faster than the answer: what is
 * offered is always of the words that stand in the field.
 */
export function PickField<T>(props: PickFieldProps<T>) {
  const { chosen, error } = props;
  const looks = useLooks(props);
  const { combobox, typed, words, ready, records, submit, type, early, close } = usePicking(props);
  // Told before it opens: the field names the list that it opens from the first moment on.
  const listId = useId();
  const { setListId } = combobox;
  useEffect(() => setListId(listId), [setListId, listId]);
  return (
    <Combobox store={combobox} onOptionSubmit={submit} width="max-content" position="bottom-start">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...looks}
          value={typed ?? chosen ?? ''}
          error={error}
          rightSection={typed !== undefined && !ready ? <Loader size={14} /> : <Clear {...props} />}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={early}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={close}
        />
      </Combobox.Target>
      <Choices {...props} listId={listId} records={records} ready={ready} words={words} />
    </Combobox>
  );
}

/** Which field it is, and how it stands among others. */
function useLooks<T>({ id, label, className, autoFocus, required, disabled, bare, path }: PickFieldProps<T>) {
  const t = useT();
  return {
    ...(id ? { id } : {}),
    ...(className ? { className } : {}),
    ...(bare ? { 'aria-label': label, placeholder: label } : { label, placeholder: t('lists.pick') }),
    ...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {}),
    ...(required ? { required } : {}),
    ...(disabled ? { disabled } : {}),
    ...(path ? { 'data-path': path } : {}),
  };
}

/** Takes the choice away, where it narrows a list. */
function Clear<T>({ bare, chosen, label, onClear }: PickFieldProps<T>) {
  const t = useT();
  if (!bare || chosen === undefined || !onClear) return null;
  return <CloseButton size={24} aria-label={t('lists.clearFilter', { what: label })} onClick={onClear} />;
}

function usePicking<T>({ chosen, kind, find, idOf, onPick, onClear, make }: PickFieldProps<T>) {
  const combobox = useCombobox();
  const [typed, setTyped] = useState<string>();
  const [hasty, setHasty] = useState(false);
  const words = (typed ?? '').trim();
  const [q] = useDebouncedValue(words, 120);
  const isTyped = typed !== undefined;
  const found = useQuery({ queryKey: ['pick-field', kind, q], queryFn: () => find(q), enabled: isTyped, staleTime: 20_000 });
  const ready = isTyped && q === words && found.data !== undefined;
  const records = ready ? (found.data ?? []) : [];
  const close = () => {
    setTyped(undefined);
    setHasty(false);
    combobox.closeDropdown();
  };
  const submit = (value: string) => {
    const record = records.find((each) => idOf(each) === value);
    close();
    if (value === MAKE) make?.start(words);
    else if (record) onPick(record);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer.
  useEffect(() => {
    if (!ready) return;
    const [first] = records;
    if (hasty && first) submit(idOf(first));
    else combobox.selectFirstOption();
    setHasty(false);
  }, [ready, q]);
  const type = (text: string) => {
    setTyped(text);
    combobox.openDropdown();
    combobox.resetSelectedOption();
    if (text === '' && chosen !== undefined) onClear?.();
  };
  const early = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !isTyped || ready) return;
    event.preventDefault();
    setHasty(words !== '');
  };
  return { combobox, typed, words, ready, records, submit, type, early, close };
}

interface ChoicesProps<T> extends PickFieldProps<T> {
  readonly listId: string;
  readonly records: readonly T[];
  readonly ready: boolean;
  readonly words: string;
}

function Choices<T>({ listId, label, idOf, optionOf, make, records, ready, words }: ChoicesProps<T>) {
  const t = useT();
  const makes = make && ready && words !== '';
  const some = records.length > 0 || makes;
  return (
    <Combobox.Dropdown>
      <Combobox.Options id={listId} aria-label={label} hidden={!some} mah={300} style={{ overflowY: 'auto' }}>
        {records.map((record) => (
          <Combobox.Option key={idOf(record)} value={idOf(record)}>
            {optionOf(record)}
          </Combobox.Option>
        ))}
        {makes && <Combobox.Option value={MAKE}>{make.label(words)}</Combobox.Option>}
      </Combobox.Options>
      {!some && <Combobox.Empty role="status">{t(ready ? 'lists.nothingFound' : 'shell.loading')}</Combobox.Empty>}
    </Combobox.Dropdown>
  );
}
