import { Button, Code, Group } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import pythonVerifier from '../../../../docs/verify/verify_books.py?url';
import nodeVerifier from '../../../../docs/verify/verify-books.mjs?url';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { IconDownload } from '../../ui/icons.ts';
import styles from './proof.module.css';

type Seal = Schemas['BookSeal'];

/** A seal: what it holds, its file, and how anybody checks the books with it. */
export function Screen() {
  const t = useT();
  const { sealId } = useParams({ strict: false }) as { sealId: string };
  const query = $api.useQuery('get', '/proof/seals/{sealId}', { params: { path: { sealId } } });
  const { data: seal } = query;
  return (
    <RecordPage
      query={query}
      parent={{ to: '/books/seals', label: t('menu.bookSeals') }}
      title={seal ? t('proof.one', { no: seal.no }) : ''}
    >
      {seal && (
        <>
          <SealFacts seal={seal} />
          <SealParts seal={seal} />
          <HowToVerify seal={seal} />
        </>
      )}
    </RecordPage>
  );
}

/** A hash is long, and read by who compares it: it breaks anywhere. */
const Hash = ({ of }: { readonly of: string }) => <code className={styles.hash}>{of}</code>;

function SealFacts({ seal }: { readonly seal: Seal }) {
  const t = useT();
  const { moment, whole } = useFormats();
  return (
    <Facts
      facts={[
        [t('proof.at'), moment(seal.at)],
        [t('proof.entries'), whole(seal.entries)],
        ['SHA-256', <Hash key="hash" of={seal.sha256} />],
        [t('proof.previous'), seal.previous && <Hash key="previous" of={seal.previous} />],
        [
          t('proof.file'),
          <Button
            key="file"
            component="a"
            href={seal.url}
            variant="default"
            size="compact-sm"
            leftSection={<IconDownload />}
            download={seal.fileName}
          >
            {seal.fileName}
          </Button>,
        ],
      ]}
    />
  );
}

function SealParts({ seal }: { readonly seal: Seal }) {
  const t = useT();
  const { month, whole } = useFormats();
  return (
    <Section title={t('proof.parts')}>
      <RowsTable
        rows={seal.parts}
        columns={[
          [t('proof.month'), ({ period }) => month(period)],
          [t('proof.sequence'), ({ shard }) => String(shard)],
          [t('proof.from'), ({ from }) => whole(from), 'amount'],
          [t('proof.to'), ({ to }) => whole(to), 'amount'],
          [t('proof.root'), ({ root }) => <Hash of={root} />],
        ]}
      />
    </Section>
  );
}

/** The programs that need nothing of ours, and what is typed to run them. */
function HowToVerify({ seal }: { readonly seal: Seal }) {
  const t = useT();
  return (
    <Section title={t('proof.verify.title')}>
      <p>{t('proof.verify.text')}</p>
      <Group gap="xs">
        <Button component="a" href={nodeVerifier} download="verify-books.mjs" variant="default" leftSection={<IconDownload />}>
          verify-books.mjs
        </Button>
        <Button component="a" href={pythonVerifier} download="verify_books.py" variant="default" leftSection={<IconDownload />}>
          verify_books.py
        </Button>
      </Group>
      <Code
        className={styles.command}
        block
        mt="sm"
      >{`node verify-books.mjs books-proof.tsv ${seal.fileName}\npython3 verify_books.py books-proof.tsv ${seal.fileName}`}</Code>
    </Section>
  );
}
