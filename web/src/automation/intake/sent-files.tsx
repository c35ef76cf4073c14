import { Alert, Button, Progress } from '@mantine/core';
import { useT } from '../../i18n/i18n.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import styles from './documents.module.css';
import type { FileQueue, SentFile } from './file-queue.ts';
import { ReadingProgress } from './reading-progress.tsx';

/** Each file on its way with how far it is, or why it went no further; and how many documents are being read. */
export function SentFiles({ sending: { files, again, clear } }: { readonly sending: FileQueue }) {
  const t = useT();
  const sent = files.filter(({ state }) => state === 'sent').length;
  const under = files.some(({ state }) => state === 'waiting' || state === 'sending');
  return (
    <>
      <ReadingProgress sent={sent} />
      <span role="status" className={under ? 'dimmed' : 'unseen'}>
        {files.length > 0 && t('documents.sent', { sent, all: files.length })}
      </span>
      {files.some(({ state }) => state !== 'sent') && (
        <Alert color={files.some(({ state }) => state === 'failed') ? 'red' : 'blue'} title={t('documents.sending')}>
          <ul className={styles.files}>
            {files.map((file) => (
              <li key={file.id}>
                <OneFile file={file} onAgain={() => again(file.id)} />
              </li>
            ))}
          </ul>
          {!under && (
            <Button variant="default" size="xs" mt="xs" onClick={clear}>
              {t('documents.file.clear')}
            </Button>
          )}
        </Alert>
      )}
    </>
  );
}

function OneFile({ file: { file, state, percent, fault, refused }, onAgain }: { readonly file: SentFile; readonly onAgain: () => void }) {
  const t = useT();
  const problem = useProblemText();
  const { name } = file;
  if (state !== 'failed')
    return (
      <>
        {t(`documents.file.${state}`, { name, percent })}
        {state === 'sending' && <Progress value={percent} size="sm" aria-label={name} />}
      </>
    );
  if (refused)
    return (
      <>
        {name}: {t(`documents.flags.${refused}`)}
      </>
    );
  return (
    <>
      {name}: {problem(fault)}{' '}
      <Button variant="default" size="compact-xs" aria-label={t('documents.file.again', { name })} onClick={onAgain}>
        {t('documents.again.send')}
      </Button>
    </>
  );
}
