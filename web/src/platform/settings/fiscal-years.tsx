import { Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { usePeriodCounts } from '../../finance/ledger/period-counts.ts';
import { today } from '../../i18n/format.ts';
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
        <LinesTable>
          <thead>
            <tr>
              <th scope="col">{t('settings.fiscalYears.year')}</th>
              <th scope="col">{t('settings.fiscalYears.periods')}</th>
            </tr>
          </thead>
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
      {opening && <OpenYear known={fiscalYears} onClose={() => setOpening(false)} />}
    </SettingsPage>
  );
}

function States({ periods }: { readonly periods: readonly Schemas['Period'][] }) {
  return usePeriodCounts(periods);
}

const YEAR = /^(19|20|21)\d{2}$/;

/** The year after the last one, or this one: what is most often wanted. */
const nextYear = (known: readonly string[]): string => {
  const last = known.at(-1);
  return last === undefined ? today().slice(0, 4) : String(Number(last) + 1);
};

function OpenYear({ known, onClose }: { readonly known: readonly string[]; readonly onClose: () => void }) {
  const t = useT();
  const [year, setYear] = useState(nextYear(known));
  const wrong = !YEAR.test(year) ? t('settings.fiscalYears.wrong') : known.includes(year) ? t('settings.fiscalYears.exists') : undefined;
  return (
    <ActionDialog
      title={t('settings.fiscalYears.open')}
      confirm={t('settings.fiscalYears.open')}
      tries={false}
      onClose={onClose}
      input={{ year }}
      incomplete={wrong}
      run={({ key }) => api.POST('/fiscal-years', { params: { header: { 'Idempotency-Key': key } }, body: { year } }).then(dataOf)}
      done={() => t('settings.fiscalYears.done', { year })}
    >
      <TextInput
        label={t('settings.fiscalYears.year')}
        description={t('settings.fiscalYears.openText')}
        inputMode="numeric"
        maxLength={4}
        required
        value={year}
        onChange={(event) => setYear(event.currentTarget.value.trim())}
        error={wrong}
        data-autofocus
      />
    </ActionDialog>
  );
}
