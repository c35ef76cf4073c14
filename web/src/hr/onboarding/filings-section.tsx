import { Button, CopyButton, Group } from '@mantine/core';
import { $api } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { IconCopy, IconDownload } from '../../ui/icons.ts';
import { saveFile } from '../../ui/save-file.ts';

/** What the offices ask for, to be copied there: nothing is sent from here. */
export function FilingsSection({ onboardingId }: { readonly onboardingId: string }) {
  const t = useT();
  const { data } = $api.useQuery(
    'get',
    '/onboarding/onboardings/{onboardingId}/filings',
    { params: { path: { onboardingId } } },
    { retry: false },
  );
  if (!data) return null;
  const save = () => saveFile(new Blob([data.csv], { type: 'text/csv' }), `${onboardingId}.csv`);
  return (
    <Section title={t('onboarding.filings.title')}>
      <Group justify="space-between">
        <p className="dimmed">{t('onboarding.filings.says')}</p>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={save}>
          {t('onboarding.filings.csv')}
        </Button>
      </Group>
      {data.items.map(({ office, what, fields }) => (
        <div key={what}>
          <h3>
            {office} · {t(`onboarding.filings.what.${what}`)}
          </h3>
          <RowsTable
            rows={fields}
            columns={[
              [t('onboarding.filings.field'), ({ name }) => name],
              [t('onboarding.filings.value'), ({ value }) => value ?? <span className="dimmed">{t('onboarding.filings.missing')}</span>],
              [t('onboarding.filings.copy'), ({ name, value }) => value && <Copy name={name} value={value} />],
            ]}
          />
        </div>
      ))}
    </Section>
  );
}

function Copy({ name, value }: { readonly name: string; readonly value: string }) {
  const t = useT();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={copy}
          leftSection={<IconCopy size={14} aria-hidden />}
          aria-label={`${t('onboarding.filings.copy')}: ${name}`}
        >
          {copied ? t('onboarding.filings.copied') : t('onboarding.filings.copy')}
        </Button>
      )}
    </CopyButton>
  );
}
