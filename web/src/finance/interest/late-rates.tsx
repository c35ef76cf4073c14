import { Button, Loader, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import periods from '../ledger/periods.module.css';

type Rate = Schemas['LateRate'];

/** What late payment costs in each half-year, and who confirmed what the law's publication has not told us. */
export function Screen() {
  const t = useT();
  useTitle(t('menu.lateRates'));
  const query = $api.useQuery('get', '/late-rates');
  const [setting, setSetting] = useState<Rate>();
  return (
    <section className={periods.page} aria-labelledby="late-rates-title" aria-busy={query.isPending}>
      <div className={record.header}>
        <h1 id="late-rates-title">{t('menu.lateRates')}</h1>
      </div>
      <p className="dimmed">{t('interest.meaning')}</p>
      <ProblemNote error={query.error} />
      {query.isPending && <Loader aria-label={t('shell.loading')} />}
      {query.data && <RateTable rates={query.data.items} onSet={setSetting} />}
      {setting && <SetDialog rate={setting} onClose={() => setSetting(undefined)} />}
    </section>
  );
}

function RateTable({ rates, onSet }: { readonly rates: readonly Rate[]; readonly onSet: (rate: Rate) => void }) {
  const t = useT();
  const { date, percent } = useFormats();
  const can = useCan();
  return (
    <LinesTable heads={[t('interest.semester'), [t('interest.rate'), 'amount'], t('interest.source'), t('interest.set.action')]}>
      <tbody>
        {rates.map((rate) => (
          <tr key={rate.semester}>
            <th scope="row">{rate.semester}</th>
            <td className="amount">{rate.percent ? percent(rate.percent) : t('interest.unconfirmed')}</td>
            <td>
              <span>
                {rate.source}
                {rate.by && rate.on && ` · ${t('interest.by', { by: rate.by, date: date(rate.on) })}`}
              </span>
            </td>
            <td>
              {can('putLateRate') && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('interest.set.title', { semester: rate.semester })}
                  onClick={() => onSet(rate)}
                >
                  {t('interest.set.action')}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}

function SetDialog({ rate, onClose }: { readonly rate: Rate; readonly onClose: () => void }) {
  const t = useT();
  const { semester } = rate;
  const [body, setBody] = useState({ percent: rate.percent ?? '', source: rate.by ? (rate.source ?? '') : '' });
  return (
    <ActionDialog
      title={t('interest.set.title', { semester })}
      confirm={t('interest.set.action')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={body.percent === '' || body.source.trim() === '' ? t('interest.set.none') : undefined}
      run={() => api.PUT('/late-rates/{semester}', { params: { path: { semester } }, body }).then(dataOf)}
      done={() => t('interest.set.done', { semester })}
    >
      <DecimalInput
        label={t('interest.rate')}
        unit="%"
        value={body.percent}
        onChange={(percent) => setBody({ ...body, percent })}
        required
        data-autofocus
      />
      <TextInput
        label={t('interest.source')}
        description={t('interest.set.sourceHint')}
        maxLength={120}
        value={body.source}
        onChange={(event) => setBody({ ...body, source: event.currentTarget.value })}
        required
      />
    </ActionDialog>
  );
}
