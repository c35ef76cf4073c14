import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { OpenYearDialog, usePeriodCounts } from '../../finance/public.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { SettingsPage } from './settings-page.tsx';

/** The years that can be posted to, with how many of their months are open. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const company = $api.useQuery('get', '/company', {});
  const periods = $api.useQuery('get', '/periods', {});
  const [opening, setOpening] = useState(false);
  const { fiscalYears = [] } = company.data ?? {};
  return (
    <SettingsPage
      part="fiscalYears"
      text={t('settings.fiscalYears.text')}
      error={company.error ?? periods.error}
      actions={
        can('openFiscalYear') &&
        company.data && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpening(true)}>
            {t('settings.fiscalYears.open')}
          </Button>
        )
      }
    >
      <Section title={t('settings.fiscalYears.title')}>
        <LinesTable heads={[t('settings.fiscalYears.year'), t('settings.fiscalYears.periods')]}>
          <tbody>
            {fiscalYears.toReversed().map((year) => (
              <tr key={year}>
                <td>
                  <Link to={`/periods?year=${year}` as never}>{year}</Link>
                </td>
                <td>{periods.data && <States periods={periods.data.items.filter(({ period }) => period.startsWith(year))} />}</td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      </Section>
      {opening && <OpenYearDialog years={fiscalYears} onClose={() => setOpening(false)} />}
    </SettingsPage>
  );
}

function States({ periods }: { readonly periods: readonly Schemas['Period'][] }) {
  return usePeriodCounts(periods);
}
