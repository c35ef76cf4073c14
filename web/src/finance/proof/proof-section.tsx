import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import styles from './proof.module.css';

/** Whether an entry is the one that came into the books, by the seal that holds it: looked at when somebody asks. */
export function ProofSection({ entryId }: { readonly entryId: string }) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const [asked, setAsked] = useState(false);
  const { data, error, isFetching } = $api.useQuery(
    'get',
    '/proof/{entryId}',
    { params: { path: { entryId } } },
    { enabled: asked, retry: false },
  );
  if (!can('getEntryProof')) return null;
  return (
    <Section title={t('proof.entry.title')}>
      {!data && (
        <Button variant="default" size="compact-sm" onClick={() => setAsked(true)} loading={isFetching}>
          {t('proof.entry.ask')}
        </Button>
      )}
      <ProblemNote error={asked ? error : null} />
      {data && (
        <>
          <p role="status">{t(data.intact ? 'proof.entry.intact' : 'proof.entry.changed')}</p>
          <Facts
            facts={[
              [
                t('proof.entry.seal'),
                <Link key="seal" to={`/books/seals/${data.seal.id}` as never}>
                  {t('proof.entry.sealed', { no: data.seal.no, day: date(data.seal.day) })}
                </Link>,
              ],
              [
                t('proof.entry.leaf'),
                <code key="leaf" className={styles.hash}>
                  {data.leaf}
                </code>,
              ],
            ]}
          />
        </>
      )}
    </Section>
  );
}
