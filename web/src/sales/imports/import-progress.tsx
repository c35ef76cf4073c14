import { Button, Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import styles from './import.module.css';
import { isAbandoned, isUnderWay, percentDone } from './import-stage.ts';

/** How far it is. A screen reader hears every quarter, and the end. */
export function ImportProgress({ record }: { readonly record: Schemas['Import'] }) {
  const t = useT();
  const { whole } = useFormats();
  const can = useCan();
  const percent = percentDone(record);
  const heard = record.status === 'done' ? t('imports.doneHeard') : t('imports.percentHeard', { percent: Math.floor(percent / 25) * 25 });
  if (isAbandoned(record, Date.now()))
    return (
      <Section title={t('imports.abandoned.title')}>
        <p className="dimmed">{t('imports.abandoned.text')}</p>
        {can('createImport') && (
          <Button component={Link} to={'/imports/new' as never} variant="default">
            {t('imports.new.title')}
          </Button>
        )}
      </Section>
    );
  return (
    <>
      <span role="status" className="unseen">
        {record.status === 'running' || record.status === 'done' ? heard : ''}
      </span>
      {isUnderWay(record, Date.now()) && (
        <Section title={t('imports.progress')}>
          <div className={styles.progress}>
            <Progress.Root size="lg">
              <Progress.Section value={record.rows ? Math.max(percent, 2) : 100} animated aria-label={t('imports.progress')} />
            </Progress.Root>
            <span className="dimmed">
              {record.rows === undefined
                ? t(record.status === 'waiting' ? 'imports.waitingFile' : 'imports.reading')
                : t('imports.rowsDone', { done: whole(record.rowsDone), all: whole(record.rows), percent })}
            </span>
          </div>
        </Section>
      )}
    </>
  );
}
