import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { IconDownload } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './checklist.module.css';

type Close = Schemas['MonthClose'];
type Pack = Close['packs'][number];

/** What each run closed the month with: its files and their hashes, the newest first. */
export function PackSection({ close }: { readonly close: Close }) {
  const t = useT();
  return (
    <Section title={t('closing.pack.title')}>
      <p className="dimmed">{t('closing.pack.text')}</p>
      {[...close.packs].reverse().map((pack) => (
        <OnePack key={pack.run} closeId={close.id} pack={pack} />
      ))}
    </Section>
  );
}

/** A hash is long, and read by who compares it: it breaks anywhere. */
const Hash = ({ of }: { readonly of: string }) => <code className={styles.hash}>{of}</code>;

function OnePack({ closeId, pack }: { readonly closeId: string; readonly pack: Pack }) {
  const t = useT();
  const can = useCan();
  const { date, moment, whole } = useFormats();
  const [fault, setFault] = useState<unknown>();
  const take = () => {
    setFault(undefined);
    api
      .GET('/month-closes/{closeId}/packs/{run}', { params: { path: { closeId, run: String(pack.run) } } })
      .then((answer) => window.location.assign(dataOf(answer).url))
      .catch(setFault);
  };
  return (
    <>
      <Group gap="xs" mt="xs">
        <strong>{t('closing.pack.one', { date: date(pack.closedOn) })}</strong>
        <span className="dimmed">{t('closing.pack.known', { at: moment(pack.knownAt) })}</span>
        {can('getClosePack') && (
          <Button variant="default" size="compact-sm" leftSection={<IconDownload />} onClick={take}>
            {t('closing.pack.take')}
          </Button>
        )}
      </Group>
      <ProblemNote error={fault} />
      <RowsTable
        rows={[...pack.files, { name: t('closing.pack.zip'), bytes: pack.bytes, sha256: pack.sha256 }]}
        columns={[
          [t('closing.pack.file'), ({ name }) => name],
          [t('closing.pack.size'), ({ bytes }) => whole(bytes), 'amount'],
          [t('closing.pack.hash'), ({ sha256 }) => <Hash of={sha256} />],
        ]}
      />
    </>
  );
}
