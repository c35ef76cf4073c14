import { Alert, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { sentenceOf } from '../../ui/problem-text.ts';
import styles from './import.module.css';

const TEXTS = {
  empty: 'empty',
  no_rows: 'noRows',
  too_many_rows: 'tooManyRows',
  too_large: 'tooLarge',
  columns: 'columns',
  quotes: 'quotes',
  csv: 'csv',
  encoding: 'encoding',
  binary: 'binary',
  gone: 'gone',
  stopped: 'stopped',
} as const;

/** What only their English words tell, of imports of earlier days. */
const OLD = new Set(['columns', 'quotes']);

/** Why a file was refused or an import stopped, and what to do about it. */
export function ImportFault({ record: { error } }: { readonly record: Schemas['Import'] }) {
  const t = useT();
  const language = useLanguage();
  const can = useCan();
  if (!error) return null;
  const words = sentenceOf('errors.files', error.code, error.params ?? {});
  const key = TEXTS[error.code as keyof typeof TEXTS] ?? 'stopped';
  return (
    <Alert color="red" className={styles.alert ?? ''} title={t(`imports.faults.${key}.title`)}>
      <p>{t(`imports.faults.${key}.text`)}</p>
      <p>
        {error.line !== undefined && `${t('imports.atLine', { line: error.line })} `}
        {words ?? <span lang="en">{language === 'en' || OLD.has(key) ? error.message : ''}</span>}
      </p>
      <p>{t(key === 'stopped' ? 'imports.stoppedKept' : 'imports.nothingMade')}</p>
      {can('createImport') && (
        <div className={styles.buttons}>
          <Button component={Link} to={'/imports/new' as never} variant="default">
            {t('imports.another')}
          </Button>
        </div>
      )}
    </Alert>
  );
}
