import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, dataOf } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

const PATH = '/onboarding/onboardings/{onboardingId}/evidence-pack';
/** It is made within seconds: looked at again until it is there. */
const AGAIN_MS = 3000;

/** What proves a leaving, as one ZIP: made by itself at its end, and anew where somebody asks for it. */
export function EvidenceSection({ onboardingId }: { readonly onboardingId: string }) {
  const t = useT();
  const { moment } = useFormats();
  const params = { path: { onboardingId } };
  const { data, error } = $api.useQuery(
    'get',
    PATH,
    { params },
    { retry: false, refetchInterval: ({ state: { data: shown } }) => (shown?.state === 'wanted' ? AGAIN_MS : false) },
  );
  const { busy, fault, make } = useMaking(onboardingId);
  const isNone = isProblem(error) && error.status === 404;
  return (
    <Section title={t('evidence.section')}>
      <p className="dimmed">{t('evidence.text')}</p>
      <ProblemNote error={fault ?? (isNone ? undefined : error)} />
      {data && (
        <>
          {data.state !== 'ready' && <p role="status">{t(`evidence.${data.state}`)}</p>}
          <Facts
            facts={[
              [t('evidence.madeAt'), data.madeAt && moment(data.madeAt)],
              [t('evidence.files'), data.files.length > 0 && String(data.files.length)],
              [t('evidence.missing'), data.missing.join(', ')],
            ]}
          />
        </>
      )}
      <Group gap="xs" mt="xs">
        {data?.url && (
          <Button component="a" href={data.url}>
            {t('evidence.take')}
          </Button>
        )}
        <Button variant="default" loading={busy} onClick={make}>
          {t(data ? 'evidence.remake' : 'evidence.make')}
        </Button>
      </Group>
    </Section>
  );
}

function useMaking(onboardingId: string) {
  const t = useT();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const make = () => {
    setBusy(true);
    setFault(undefined);
    api
      .POST(PATH, { params: { path: { onboardingId }, header: { 'Idempotency-Key': crypto.randomUUID() } } })
      .then(async (answer) => {
        dataOf(answer);
        notifications.show({ message: t('evidence.asked'), color: 'teal' });
        await queries.invalidateQueries();
      })
      .catch(setFault)
      .finally(() => setBusy(false));
  };
  return { busy, fault, make };
}
