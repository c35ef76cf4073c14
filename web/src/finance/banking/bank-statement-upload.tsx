import { Dropzone } from '@mantine/dropzone';
import '@mantine/dropzone/styles.layer.css';
import { Alert, Button, Progress, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { MAX_STATEMENT_BYTES } from '#domain/finance/banking/bank-file.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { upload } from '../../api/upload.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { Section } from '../../record/record-page.tsx';
import { IconFileUpload } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { refusalText } from '../../ui/problem-text.ts';
import { useTitle } from '../../ui/title.ts';
import styles from './banking.module.css';

const EVERY = 1000;

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
                  <SentFile file={file} fileKey={key} bankAccountId={account} accounts={accounts?.items ?? []} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </article>
  );
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

interface SentProps {
  readonly file: File;
  readonly fileKey: string;
  readonly bankAccountId: string | undefined;
  /** Of which the file may be, where it does not tell. */
  readonly accounts: readonly Pick<Schemas['BankAccount'], 'id' | 'name'>[];
}

/** A file that is sent; one that tells no account is sent again with the one that is chosen, and read by its columns. */
function SentFile({ file, fileKey, bankAccountId, accounts }: SentProps) {
  const [again, setAgain] = useState<{ readonly key: string; readonly account: string }>();
  const [key, account] = again ? [again.key, again.account] : [fileKey, bankAccountId];
  const choose = (id: string) => setAgain({ key: crypto.randomUUID(), account: id });
  return <Sending key={key} file={file} fileKey={key} bankAccountId={account} accounts={accounts} onAccount={choose} />;
}

function Sending({ file, fileKey, bankAccountId, accounts, onAccount }: SentProps & { readonly onAccount: (id: string) => void }) {
  const t = useT();
  const { sent, id, fault } = useSent(file, fileKey, bankAccountId);
  const percent = Math.floor((sent / Math.max(file.size, 1)) * 100);
  return (
    <>
      <b>{file.name}</b>
      <ProblemNote error={fault} />
      {id ? (
        <ReadFile id={id} accounts={accounts} onAccount={onAccount} />
      ) : (
        !fault && <Progress value={percent} aria-label={t('banking.upload.sending')} />
      )}
    </>
  );
}

const isUnderWay = (file: Schemas['BankFile'] | undefined): boolean =>
  file === undefined || file.state === 'waiting' || file.state === 'running';

/** What becomes of a file that has been sent: its statements, or why it was refused. */
function ReadFile({
  id,
  accounts,
  onAccount,
}: Pick<SentProps, 'accounts'> & { readonly id: string; readonly onAccount: (id: string) => void }) {
  const t = useT();
  const { data } = $api.useQuery(
    'get',
    '/banking/files/{fileId}',
    { params: { path: { fileId: id } } },
    { refetchInterval: ({ state }) => (isUnderWay(state.data) ? EVERY : false) },
  );
  if (!data || isUnderWay(data)) return <Progress value={100} animated aria-label={t('banking.upload.reading')} />;
  if (data.state === 'failed')
    return (
      <>
        <Refused file={data} />
        {lacksAccount(data) && (
          <Select
            label={t('banking.upload.again')}
            description={t('banking.upload.againHint')}
            data={accounts.map((account) => ({ value: account.id, label: account.name }))}
            value={null}
            onChange={(account) => account && onAccount(account)}
          />
        )}
      </>
    );
  return (
    <div role="status">
      {data.statements.map((statement) => (
        <p key={statement.statementId}>
          <Link to={`/banking/statements/${statement.statementId}` as never}>{t('banking.upload.statement')}</Link>{' '}
          {statement.same && statement.already === statement.lines
            ? t('banking.upload.same')
            : t('banking.upload.taken', { count: statement.lines - statement.already, already: statement.already })}
        </p>
      ))}
    </div>
  );
}

/** What tells no account, or can only be read by the columns of one. */
const lacksAccount = ({ error, bankAccountId }: Schemas['BankFile']): boolean =>
  bankAccountId === undefined &&
  (error?.code === 'statement.no_account' || (error?.code === 'statement.unreadable' && error.params?.why === 'unknown_format'));

function Refused({ file: { error } }: { readonly file: Schemas['BankFile'] }) {
  const t = useT();
  const { whole } = useFormats();
  if (!error) return null;
  const { line, why } = error.params ?? {};
  return (
    <Alert color="red" role="alert" title={t('banking.upload.refused')}>
      {typeof line === 'number' && `${t('banking.upload.atLine', { line: whole(line) })} `}
      {why ? t(`banking.faults.${why}` as 'banking.faults.empty', { defaultValue: refusalText(error) ?? '' }) : refusalText(error)}
    </Alert>
  );
}
