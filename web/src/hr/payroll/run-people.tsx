import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useWords, type Words } from '../../list/columns.tsx';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { refusalText } from '../../ui/problem-text.ts';

type Run = Schemas['PayrollRun'];

const usePeople = (runId: string, from: string) =>
  $api.useQuery('get', '/payroll/runs/{runId}/people', { params: { path: { runId }, query: { from } } });
type Person = NonNullable<ReturnType<typeof usePeople>['data']>['items'][number];

interface Props {
  readonly run: Run;
  readonly open: (step: Step) => void;
}

/** Who is in a run, what each is paid against the month before and why, and who could not be worked out. */
export function RunPeople({ run, open }: Props) {
  const words = useWords();
  const { t } = words;
  const { money } = useFormats();
  const [from, setFrom] = useState('1');
  const { data } = usePeople(run.id, from);
  if (!data) return null;
  const changes = run.actions.recalculatePayslip === null;
  return (
    <Section title={t('payroll.runs.people')}>
      <RowsTable
        rows={data.items}
        columns={[
          [t('payroll.runs.person'), (person) => <PersonLink person={person} />],
          [t('payroll.gross'), ({ amounts }) => amounts && money(amounts.gross), 'amount'],
          [t('payroll.runs.before'), ({ before }) => before && money(before.gross), 'amount'],
          [t('payroll.lines.withheld'), ({ amounts }) => amounts && money(amounts.withheld), 'amount'],
          [t('payroll.paid'), ({ amounts }) => amounts && money(amounts.payable), 'amount'],
          [t('payroll.cost'), ({ amounts }) => amounts && money(amounts.cost), 'amount'],
          [t('payroll.slip.cause'), (person) => reasonOf(person, words)],
          changes && [
            t('payroll.runs.state'),
            (person) => (
              <Button.Group>
                <Button size="compact-xs" variant="default" onClick={() => open(recalculate(run, person, words))}>
                  {t('payroll.runs.recalculate.action')}
                </Button>
                <Button size="compact-xs" variant="default" onClick={() => open(exclude(run, person, words))}>
                  {t('payroll.runs.exclude.action')}
                </Button>
              </Button.Group>
            ),
          ],
        ]}
      />
      {data.next !== undefined && (
        <Button variant="default" onClick={() => setFrom(String(data.next))}>
          {t('payroll.runs.more')}
        </Button>
      )}
    </Section>
  );
}

function PersonLink({ person: { employeeId, name, place, department } }: { readonly person: Person }) {
  return (
    <>
      {place ? <Link to={`/payroll/slips/${employeeId}/${place}` as never}>{name}</Link> : name}
      {department && <small className="dimmed"> {department}</small>}
    </>
  );
}

/** Why it is not what it was, or why it could not be worked out. */
function reasonOf({ state, causes, refusal, hasIban }: Person, { t }: Words): string {
  if (refusal) return refusalText(refusal) ?? '';
  if (state !== 'calculated') return t(`payroll.runs.states.${state}`);
  const reasons = causes.filter((cause) => cause !== 'pay').map((cause) => t(`payroll.causes.${cause}`));
  return [...reasons, ...(hasIban ? [] : [t('payroll.runs.noIban')])].join(', ');
}

const recalculate = ({ id }: Run, { employeeId, name }: Person, { t }: Words): Step =>
  step(post('/payroll/runs/{runId}/people/{employeeId}/calculation', { runId: id, employeeId }), {
    title: t('payroll.runs.recalculate.title', { name }),
    confirm: t('payroll.runs.recalculate.action'),
    says: t('payroll.runs.recalculate.text'),
    done: () => t('payroll.runs.recalculate.done', { name }),
  });

const exclude = ({ id }: Run, { employeeId, name }: Person, { t }: Words): Step =>
  step(post('/payroll/runs/{runId}/people/{employeeId}/exclusion', { runId: id, employeeId }), {
    title: t('payroll.runs.exclude.title', { name }),
    confirm: t('payroll.runs.exclude.action'),
    danger: true,
    says: t('payroll.runs.exclude.text'),
    done: () => t('payroll.runs.exclude.done', { name }),
  });
