import { Alert, Button, Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { refusalText } from '../../ui/problem-text.ts';
import styles from './bank-files.module.css';

type File = Schemas['BankFile'];

/** A file tells no account, or can only be read by the columns of one. */
const lacksAccount = ({ error }: File): boolean =>
  error?.code === 'statement.no_account' || (error?.code === 'statement.unreadable' && error.params?.why === 'unknown_format');

/** Why a file was refused, and how it is read once more: as of an account, or by what was put right since. */
export function RefusedFile({ file }: { readonly file: File }) {
  const can = useCan();
  return (
    <>
      <Cause file={file} />
      {can('readBankFileAgain') && <ReadAgain file={file} />}
    </>
  );
}

function Cause({ file: { error, bankAccountId } }: { readonly file: File }) {
  const t = useT();
  const { whole } = useFormats();
  if (!error) return null;
  const { line, why } = error.params ?? {};
  return (
    <Alert color="red" role="alert" title={t('banking.upload.refused')}>
      {typeof line === 'number' && `${t('banking.upload.atLine', { line: whole(line) })} `}
      {why ? t(`banking.faults.${why}` as 'banking.faults.empty', { defaultValue: refusalText(error) ?? '' }) : refusalText(error)}{' '}
      {bankAccountId && error.code === 'statement.unreadable' && (
        <Link to={`/banking/accounts/${bankAccountId}` as never}>{t('bankFiles.columns')}</Link>
      )}
    </Alert>
  );
}

function ReadAgain({ file }: { readonly file: File }) {
  const t = useT();
  const queries = useQueryClient();
  const { data: accounts } = $api.useQuery('get', '/banking/accounts', { params: { query: { limit: 100 } } });
  const [account, setAccount] = useState(file.bankAccountId);
  const [key] = useState(() => crypto.randomUUID());
  const [fault, setFault] = useState<unknown>();
  const [isSent, setSent] = useState(false);
  const read = () => {
    setSent(true);
    setFault(undefined);
    const params = { path: { fileId: file.id }, header: { 'Idempotency-Key': `${key}-${account ?? ''}` } };
    api
      .POST('/banking/files/{fileId}/reading', { params, body: account ? { bankAccountId: account } : {} })
      .then(dataOf)
      .then(() => queries.invalidateQueries({ queryKey: ['get', '/banking/files/{fileId}'] }))
      .catch(setFault)
      .finally(() => setSent(false));
  };
  const needsAccount = lacksAccount(file) || file.bankAccountId !== undefined;
  return (
    <div className={styles.again}>
      {needsAccount && (
        <Select
          label={t('banking.upload.again')}
          description={t('banking.upload.againHint')}
          data={(accounts?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={account ?? null}
          onChange={(id) => setAccount(id ?? undefined)}
        />
      )}
      <Button onClick={read} loading={isSent} disabled={lacksAccount(file) && !account} {...(needsAccount ? {} : { variant: 'default' })}>
        {t('bankFiles.again')}
      </Button>
      <ProblemNote error={fault} />
    </div>
  );
}
