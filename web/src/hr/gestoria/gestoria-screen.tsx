import { Button, FileButton, Group, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { IconDownload, IconFileUpload } from '../../ui/icons.ts';
import { useProblemText } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { CodesDialog } from './codes-dialog.tsx';
import { conceptLine } from './concept-line.ts';
import { PoliciesDialog } from './policies-dialog.tsx';

/** What the gestoría needs: its codes, the pay run as a file of them, and how what it worked out compares. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const query = $api.useQuery('get', '/payroll/settings');
  const [editing, setEditing] = useState<'codes' | 'policies'>();
  const { data: settings } = query;
  return (
    <RecordPage query={query} parent={{ to: '/payroll/runs', label: t('menu.payrollRuns') }} title={t('gestoria.title')}>
      {settings && (
        <>
          <Codes settings={settings} />
          <Policies settings={settings} />
          {can('putPayrollSettings') && (
            <Group gap="xs">
              <Button variant="default" onClick={() => setEditing('codes')}>
                {t('gestoria.edit')}
              </Button>
              <Button variant="default" onClick={() => setEditing('policies')}>
                {t('gestoria.policies.edit')}
              </Button>
            </Group>
          )}
          <OfRun />
          {editing === 'codes' && <CodesDialog settings={settings} onClose={() => setEditing(undefined)} />}
          {editing === 'policies' && <PoliciesDialog settings={settings} onClose={() => setEditing(undefined)} />}
        </>
      )}
    </RecordPage>
  );
}

function Codes({ settings: { gestoria, contributionAccounts, dimension } }: { readonly settings: Schemas['PayrollSettings'] }) {
  const t = useT();
  const accounts = contributionAccounts.map(({ number, workplaces = [] }) => [number, workplaces.join(', ')].filter(Boolean).join(': '));
  return (
    <Section title={t('gestoria.codes')}>
      <Facts
        facts={[
          [t('gestoria.name'), gestoria?.name],
          [t('gestoria.company'), gestoria?.company ?? t('gestoria.none')],
          [t('gestoria.concepts'), Object.keys(gestoria?.concepts ?? {}).length],
          [t('gestoria.employees'), Object.keys(gestoria?.employees ?? {}).length],
          [t('gestoria.accounts'), accounts.join('; ') || t('gestoria.none')],
          [t('gestoria.dimension'), dimension ?? 'departamento'],
        ]}
      />
    </Section>
  );
}

/** How pay is counted where the norm leaves a choice. */
function Policies({ settings: { policies } }: { readonly settings: Schemas['PayrollSettings'] }) {
  const t = useT();
  const { money } = useFormats();
  const language = useLanguage();
  const of = (value: string) => t(`gestoria.policies.values.${value}` as never);
  const hours = (policies?.minimumHours ?? []).map(({ year, amount, source }) => `${year}: ${money(amount)} (${source})`);
  const concepts = (policies?.concepts ?? []).map((rule) => conceptLine(rule, t, language));
  return (
    <Section title={t('gestoria.policies.title')}>
      <Facts
        facts={[
          [t('gestoria.policies.rateRounding'), of(policies?.rateRounding ?? 'truncate')],
          [t('gestoria.policies.holidayRounding'), of(policies?.holidayRounding ?? 'exact')],
          [t('gestoria.policies.dailyDivisor'), policies?.dailyDivisor ?? '365'],
          [t('gestoria.policies.severanceMonths'), of(policies?.severanceMonths ?? 'started')],
          [t('gestoria.policies.hours'), hours.join('; ') || t('gestoria.none')],
          [
            t('gestoria.policies.concepts'),
            concepts.length === 0 ? t('gestoria.none') : concepts.map((line) => <div key={line}>{line}</div>),
          ],
        ]}
      />
    </Section>
  );
}

/** A run as a file of theirs, and theirs beside it. */
function OfRun() {
  const t = useT();
  const { money } = useFormats();
  const [chosen, setChosen] = useState<string>();
  const runs = $api.useQuery('get', '/payroll/runs', { params: { query: { state: 'posted,proposed', limit: '25' } } }).data?.items ?? [];
  const runId = chosen ?? runs[0]?.id;
  return (
    <Section title={t('gestoria.run')}>
      {runs.length === 0 && <p className="dimmed">{t('payroll.runs.empty.title')}</p>}
      {runs.length > 0 && (
        <Select
          label={t('menu.payrollRuns')}
          maw={360}
          data={runs.map(({ id, month, number, totals }) => ({ value: id, label: `${month} · ${number} · ${money(totals.gross)}` }))}
          allowDeselect={false}
          value={runId ?? null}
          onChange={(value) => value && setChosen(value)}
        />
      )}
      {runId && <Exchange runId={runId} />}
    </Section>
  );
}

function Exchange({ runId }: { readonly runId: string }) {
  const t = useT();
  const { data } = $api.useQuery('get', '/payroll/runs/{runId}/gestoria', { params: { path: { runId } } });
  if (!data) return null;
  const { missing, comparison } = data;
  const nameOf = ({ what, name }: (typeof missing)[number]) =>
    what === 'concept' ? t(`gestoria.conceptNames.${name}` as never) : what === 'company' ? t('gestoria.company') : name;
  return (
    <>
      {missing.length > 0 && (
        <p role="status">{t('gestoria.missing', { names: missing.map(nameOf).slice(0, 12).join(', '), count: missing.length })}</p>
      )}
      <Files runId={runId} complete={missing.length === 0} />
      {comparison && <Comparison comparison={comparison} />}
    </>
  );
}

function Files({ runId, complete }: { readonly runId: string; readonly complete: boolean }) {
  const t = useT();
  const can = useCan();
  const problem = useProblemText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState('');
  const during = async (name: string, work: () => Promise<void>) => {
    setBusy(name);
    await work().catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
    setBusy('');
  };
  const save = (format: 'csv' | 'xlsx') =>
    during(format, async () => {
      const { data } = await api.GET('/payroll/runs/{runId}/gestoria/file', { params: { path: { runId }, query: { format } } });
      const bytes = Uint8Array.from(atob(data.content), (character) => character.charCodeAt(0));
      saveFile(new Blob([bytes], { type: data.contentType }), data.fileName);
    });
  const compare = (file: File | null) =>
    during('compare', async () => {
      if (!file) return;
      await api.PUT('/payroll/runs/{runId}/gestoria/comparison', { params: { path: { runId } }, body: { csv: await file.text() } });
      await queries.invalidateQueries();
    });
  return (
    <Group mt="sm">
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconDownload size={16} />}
          disabled={!complete}
          loading={busy === format}
          onClick={() => void save(format)}
        >
          {t('gestoria.save', { format: format.toUpperCase() })}
        </Button>
      ))}
      {can('putGestoriaComparison') && (
        <FileButton accept=".csv,text/csv,text/plain" onChange={(file) => void compare(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconFileUpload size={16} />} loading={busy === 'compare'}>
              {t('gestoria.compare')}
            </Button>
          )}
        </FileButton>
      )}
    </Group>
  );
}

type Compared = NonNullable<Schemas['Gestoria']['comparison']>;

function Comparison({ comparison: { rows, people, differences, unknown, updatedAt, updatedBy } }: { readonly comparison: Compared }) {
  const t = useT();
  const { money, moment } = useFormats();
  return (
    <>
      <p>{t('gestoria.compared', { rows, people, by: updatedBy, at: moment(updatedAt) })}</p>
      {unknown.length > 0 && <p role="status">{t('gestoria.unknown', { names: unknown.slice(0, 12).join(', ') })}</p>}
      {differences.length === 0 && <p role="status">{t('gestoria.same')}</p>}
      {differences.length > 0 && (
        <RowsTable
          rows={differences}
          columns={[
            [t('payroll.runs.person'), ({ name }) => name],
            [t('payroll.concept'), ({ concept }) => t(`gestoria.conceptNames.${concept}`)],
            [t('gestoria.ours'), ({ ours }) => money(ours), 'amount'],
            [t('gestoria.theirs'), ({ theirs }) => money(theirs), 'amount'],
          ]}
        />
      )}
    </>
  );
}
