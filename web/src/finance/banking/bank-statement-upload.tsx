import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import { Button, Progress, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { MAX_STATEMENT_BYTES } from '#domain/finance/banking/bank-file.ts';
import { $api, api, dataOf } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { Section } from '../../record/record-page.tsx';
import { IconFileUpload } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { isBeingRead, useBankFile } from '../bank-files/bank-file.ts';
import { RefusedFile } from '../bank-files/refused-file.tsx';
import { TakenStatements } from '../bank-files/taken-statements.tsx';
import styles from './banking.module.css';

/** Files of banks: dropped or chosen, sent, and read while one looks on. Several at once, each on its own. */
export function Screen() {
  const t = useT();
  useTitle(t('banking.upload.title'));
  const [account, setAccount] = useState<string>();
  const [files, setFiles] = useState<readonly { readonly file: File; readonly key: string }[]>([]);
  const { data: accounts } = $api.useQuery('get', '/banking/accounts', { params: { query: { limit: 100 } } });
  const open = useRef<() => void>(null);
  const add = (more: readonly File[]) => setFiles((before) => [...more.map((file) => ({ file, key: crypto.randomUUID() })), ...before]);
  return (
    <article className={record.record}>
      <nav aria-label={t('records.path')} className={record.path}>
        <Link to={'/banking/statements' as never}>{t('menu.bankStatements')}</Link>
      </nav>
      <h1>{t('banking.upload.title')}</h1>
      <div className={styles.upload}>
        <Dropzone
          openRef={open}
          onDrop={add}
          maxSize={MAX_STATEMENT_BYTES}
          activateOnClick={false}
          activateOnKeyboard={false}
          enablePointerEvents
          tabIndex={-1}
          className={styles.drop ?? ''}
          inputProps={{ 'aria-label': t('banking.upload.choose') }}
        >
          <IconFileUpload size={34} stroke={1.4} aria-hidden />
          <p>{t('banking.upload.drop')}</p>
          <Button variant="default" onClick={() => open.current?.()} data-autofocus>
            {t('banking.upload.choose')}
          </Button>
          <p className="dimmed">{t('banking.upload.formats')}</p>
        </Dropzone>
        <Select
          label={t('banking.upload.account')}
          description={t('banking.upload.accountHint')}
          data={(accounts?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={account ?? null}
          onChange={(id) => setAccount(id ?? undefined)}
          clearable
        />
        {files.length > 0 && (
          <Section title={t('banking.upload.files')}>
            <ul className={styles.files}>
              {files.map(({ file, key }) => (
                <li key={key}>
                  <SentFile file={file} fileKey={key} bankAccountId={account} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </article>
  );
}

interface SentProps {
  readonly file: File;
  readonly fileKey: string;
  readonly bankAccountId: string | undefined;
}

/** Sends a file as soon as it is there, once. */
function useSent(file: File, key: string, bankAccountId: string | undefined) {
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const [id, setId] = useState<string>();
  const [fault, setFault] = useState<unknown>();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    api
      .POST('/banking/files', {
        params: { header: { 'Idempotency-Key': key } },
        body: { fileName: file.name.slice(0, 120), bytes: file.size, ...(bankAccountId ? { bankAccountId } : {}) },
      })
      .then(dataOf)
      .then(async (made) => {
        await upload(made.upload.url, file, setSent).done;
        setId(made.id);
        await queries.invalidateQueries({ queryKey: ['list', 'bank-statements'] });
      })
      .catch(setFault);
  }, [file, key, bankAccountId, queries]);
  return { sent, id, fault };
}

/** A file that is sent, and what becomes of it: its statements, or why it was refused. */
function SentFile({ file, fileKey, bankAccountId }: SentProps) {
  const t = useT();
  const { sent, id, fault } = useSent(file, fileKey, bankAccountId);
  const percent = Math.floor((sent / Math.max(file.size, 1)) * 100);
  return (
    <>
      <b>{id ? <Link to={`/banking/files/${id}` as never}>{file.name}</Link> : file.name}</b>
      <ProblemNote error={fault} />
      {id ? <ReadFile id={id} /> : !fault && <Progress value={percent} aria-label={t('banking.upload.sending')} />}
    </>
  );
}

function ReadFile({ id }: { readonly id: string }) {
  const t = useT();
  const { data } = useBankFile(id);
  if (!data || isBeingRead(data)) return <Progress value={100} animated aria-label={t('banking.upload.reading')} />;
  return data.state === 'failed' ? <RefusedFile file={data} /> : <TakenStatements file={data} />;
}
