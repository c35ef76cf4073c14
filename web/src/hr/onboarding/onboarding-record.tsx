import { Link, useParams } from '@tanstack/react-router';
import { post, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { FilingsSection } from './filings-section.tsx';
import { SettlementDialog, SettlementSection } from './settlement-section.tsx';
import { TaskTable } from './task-table.tsx';

type Onboarding = Schemas['Onboarding'];

/** All that is to be done because somebody comes or leaves. */
export function Screen() {
  const t = useT();
  const can = useCan();
  const { onboardingId } = useParams({ strict: false }) as { onboardingId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/onboarding/onboardings/{onboardingId}', { params: { path: { onboardingId } } })}
      parent={{ to: '/people/onboarding', label: t('menu.onboarding') }}
      title={({ employeeName }) => employeeName}
      subtitle={({ flow, position }) => `${t(`onboarding.flows.${flow}`)} · ${position}`}
      actions={({ flow }) => [
        {
          ...{ id: 'move', label: t('onboarding.move.action'), needs: 'moveOnboarding' },
          step: ({ id, date }) =>
            step(post('/onboarding/onboardings/{onboardingId}/date', { onboardingId: id }), {
              title: t('onboarding.move.title'),
              confirm: t('onboarding.move.action'),
              fields: { date: { proposed: date } },
              says: t('onboarding.move.says'),
              done: () => t('onboarding.move.done'),
            }),
        },
        ...(flow === 'leaving'
          ? [
              {
                ...{ id: 'settle', label: t('onboarding.settlement.action'), needs: 'acceptSettlement' as const },
                dialog: (onboarding: Onboarding, onClose: () => void) => <SettlementDialog onboarding={onboarding} onClose={onClose} />,
              },
            ]
          : []),
        {
          ...{ id: 'withdraw', label: t('onboarding.withdraw.action'), needs: 'withdrawOnboarding', danger: true },
          step: ({ id }) =>
            step(post('/onboarding/onboardings/{onboardingId}/withdrawal', { onboardingId: id }), {
              title: t('onboarding.withdraw.title'),
              confirm: t('onboarding.withdraw.action'),
              danger: true,
              fields: { reason: {} },
              says: t('onboarding.withdraw.says'),
              done: () => t('onboarding.withdraw.done'),
            }),
        },
      ]}
    >
      {(onboarding) => (
        <>
          <About onboarding={onboarding} />
          <Section title={t('onboarding.tasksOf', { done: onboarding.done, total: onboarding.total })}>
            <TaskTable tasks={onboarding.tasks} />
          </Section>
          {onboarding.flow === 'leaving' && can('getSettlement') && <SettlementSection onboardingId={onboarding.id} />}
          {onboarding.flow === 'leaving' && can('getEvidencePack') && <EvidenceSection onboardingId={onboarding.id} />}
          {can('getFilings') && <FilingsSection onboardingId={onboarding.id} />}
        </>
      )}
    </DocumentPage>
  );
}

function About({ onboarding }: { readonly onboarding: Onboarding }) {
  const t = useT();
  const { date, moment } = useFormats();
  const { flow, severance } = onboarding;
  return (
    <Section title={t('onboarding.about')}>
      {severance && (
        <Notice
          title={t('onboarding.severance.title')}
          text={t('onboarding.severance.text', { date: date(severance.date), until: date(severance.until) })}
        />
      )}
      <Facts
        facts={[
          [
            t('onboarding.employee'),
            <Link key="employee" to={`/people/employees/${onboarding.employeeId}` as never}>
              {onboarding.employeeName}
            </Link>,
          ],
          [t(`onboarding.days.${flow}`), date(onboarding.date)],
          [t('onboarding.workplace'), onboarding.workplace],
          [t('onboarding.contract'), onboarding.contract && t(`payroll.contracts.${onboarding.contract}`)],
          [t('onboarding.trial'), onboarding.trialMonths],
          [t('onboarding.cause'), onboarding.cause && t(`onboarding.causes.${onboarding.cause}`)],
          [t('onboarding.accessEnds'), onboarding.accessEndsAt && moment(onboarding.accessEndsAt)],
          [t('onboarding.template'), onboarding.templateName],
          [t('onboarding.withdrawnBecause'), onboarding.withdrawn?.reason],
        ]}
      />
    </Section>
  );
}
