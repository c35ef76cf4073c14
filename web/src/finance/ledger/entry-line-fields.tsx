import { ActionIcon, TextInput } from '@mantine/core';
import { useT } from '../../i18n/i18n.ts';
import { IconTrash } from '../../ui/icons.ts';
import { AccountField } from './account-field.tsx';
import type { DraftLine } from './draft-entry.ts';
import styles from './new-entry.module.css';

interface Props {
  readonly line: DraftLine;
  readonly index: number;
  /** What is wrong with a field of this line, in words. */
  readonly faultOf: (name: string) => string | undefined;
  readonly onChange: (line: DraftLine) => void;
  readonly onRemove: (() => void) | undefined;
}

/** One line: an amount typed on one side clears the other. */
export function EntryLineFields({ line, index, faultOf, onChange, onRemove }: Props) {
  const t = useT();
  const no = index + 1;
  return (
    <fieldset className={styles.line} data-line={index}>
      <legend className="unseen">{t('books.newEntry.line', { no })}</legend>
      <div className={styles.account}>
        <AccountField
          label={t('books.newEntry.accountOf', { no })}
          value={line.account}
          error={faultOf('account')}
          onChange={(account) => onChange({ ...line, account })}
        />
      </div>
      <TextInput
        aria-label={t('books.newEntry.debitOf', { no })}
        placeholder={t('books.debit')}
        inputMode="decimal"
        classNames={{ input: 'amount' }}
        value={line.debit}
        error={faultOf('debit')}
        onChange={(event) => onChange({ ...line, debit: event.currentTarget.value, credit: event.currentTarget.value ? '' : line.credit })}
      />
      <TextInput
        aria-label={t('books.newEntry.creditOf', { no })}
        placeholder={t('books.credit')}
        inputMode="decimal"
        classNames={{ input: 'amount' }}
        value={line.credit}
        error={faultOf('credit')}
        onChange={(event) => onChange({ ...line, credit: event.currentTarget.value, debit: event.currentTarget.value ? '' : line.debit })}
      />
      <TextInput
        className={styles.note}
        aria-label={t('books.newEntry.textOf', { no })}
        placeholder={t('books.newEntry.lineText')}
        maxLength={140}
        value={line.text}
        error={faultOf('text')}
        onChange={(event) => onChange({ ...line, text: event.currentTarget.value })}
      />
      {onRemove && (
        <ActionIcon aria-label={t('books.newEntry.remove', { no })} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </fieldset>
  );
}
