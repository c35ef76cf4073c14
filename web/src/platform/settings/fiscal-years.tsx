import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FiscalYear } from '#kernel/fiscal-year.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { ChangeYearDialog, fiscalYearName, OpenYearDialog, usePeriodCounts } from '../../finance/public.ts';
import { useFormats } from '../../i18n/format.ts';
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
  const years = company.data?.fiscalCalendar ?? [];
  const [changing, setChanging] = useState<FiscalYear>();
  const formats = useFormats();
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
        <LinesTable heads={[t('settings.fiscalYears.year'), t('settings.fiscalYears.periods'), t('settings.fiscalYears.actions')]}>
          <tbody>
            {years.toReversed().map((each) => (
              <tr key={each.year}>
                <td>
                  <Link to={`/periods?year=${each.year}` as never}>{fiscalYearName(each, formats)}</Link>
                </td>
                <td>
                  {periods.data && <States periods={periods.data.items.filter(({ period }) => each.from <= period && period <= each.to)} />}
                </td>
                <td>
                  {can('changeFiscalYear') && (each === years[0] || each === years.at(-1)) && (
                    <Button variant="default" size="xs" onClick={() => setChanging(each)}>
                      {t('settings.fiscalYears.change')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </LinesTable>
      </Section>
      {opening && <OpenYearDialog years={years} onClose={() => setOpening(false)} />}
      {changing && (
        <ChangeYearDialog
          year={changing}
          isFirst={changing === years[0]}
          isLast={changing === years.at(-1)}
          onClose={() => setChanging(undefined)}
        />
      )}
    </SettingsPage>
  );
}

function States({ periods }: { readonly periods: readonly Schemas['Period'][] }) {
  return usePeriodCounts(periods);
}
