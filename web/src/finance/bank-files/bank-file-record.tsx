import { Progress } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { isBeingRead, useBankFile } from './bank-file.ts';
import { RefusedFile } from './refused-file.tsx';
import { TakenStatements } from './taken-statements.tsx';

type File = Schemas['BankFile'];

/** A file of a bank: what was taken of it or why it was refused, and how it is read once more. */
export function Screen() {
  const t = useT();
  const { fileId } = useParams({ strict: false }) as { fileId: string };
  const query = useBankFile(fileId);
  const { data: file } = query;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/banking/files', label: t('menu.bankFiles') }}
      title={file?.fileName ?? ''}
      badges={file && <StateBadge kind="bank-file" state={file.state} />}
      answered={file?.actions}
      actions={[{ id: 'original', label: t('bankFiles.original'), needs: 'getBankFileOriginal', start: () => file && open(file) }]}
      aside={file && <Timeline id={file.id} />}
    >
      {file && (
        <>
          {isBeingRead(file) && <Progress value={100} animated aria-label={t('banking.upload.reading')} />}
          {file.state === 'failed' && <RefusedFile file={file} />}
          {file.state === 'done' && <TakenStatements file={file} />}
          <FileFacts file={file} />
        </>
      )}
    </RecordPage>
  );
}

/** The file as the bank made it. */
async function open({ id: fileId }: File): Promise<void> {
  const { url } = dataOf(await api.GET('/banking/files/{fileId}/original', { params: { path: { fileId } } }));
  window.location.assign(url);
}

function FileFacts({ file: { number, madeAt, finishedAt, bytes, bankAccountId } }: { readonly file: File }) {
  const t = useT();
  const { moment, whole } = useFormats();
  const { data: accounts } = $api.useQuery('get', '/banking/accounts', { params: { query: { limit: 100 } } });
  const account = accounts?.items.find(({ id }) => id === bankAccountId);
  return (
    <Section title={t('billing.facts')}>
      <Facts
        facts={[
          [t('lists.columns.number'), number],
          [
            t('banking.statements.account'),
            account && (
              <Link key="account" to={`/banking/accounts/${account.id}` as never}>
                {account.name}
              </Link>
            ),
          ],
          [t('bankFiles.came'), moment(madeAt)],
          [t('bankFiles.ended'), finishedAt && moment(finishedAt)],
          [t('bankFiles.bytes'), bytes !== undefined && whole(bytes)],
        ]}
      />
    </Section>
  );
}
