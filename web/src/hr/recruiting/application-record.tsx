import { Button, Group } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { hasStageEnded } from '#domain/hr/recruiting/application.ts';
import { OneStep, post, type Step, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage, type PageAction } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { useCan } from '../../session/session.ts';
import { Notice } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { type Application, InterviewDialog, type PlannedInterview, ScorecardDialog, StageDialog } from './application-dialogs.tsx';
import { OfferDialog } from './offer-dialog.tsx';
import { MergeDialog, OtherApplications } from './other-applications.tsx';
import { RefuseDialog } from './refusal-dialogs.tsx';

function useActions() {
  const t = useT();
  return ({ id, stage, merged }: Application): readonly PageAction<Application>[] => {
    const path = { applicationId: id };
    const dialog = (Dialog: typeof StageDialog) => (application: Application, onClose: () => void) => (
      <Dialog application={application} onClose={onClose} />
    );
    // What asks for nothing but whether it is meant.
    const plain = (name: 'reopen' | 'withdraw' | 'hire' | 'split', address: Parameters<typeof post>[0]) => () =>
      step(post(address as '/recruiting/applications/{applicationId}/hiring', path), {
        title: t(`recruiting.${name}.title`),
        confirm: t(`recruiting.${name}.action`),
        says: t(`recruiting.${name}.says`),
        done: () => t(`recruiting.${name}.done`),
      });
    const at = '/recruiting/applications/{applicationId}';
    const ofPerson: readonly PageAction<Application>[] = [
      { ...{ id: 'merge', label: t('recruiting.merge.action'), needs: 'mergeCandidates' }, dialog: dialog(MergeDialog) },
      ...(merged
        ? [
            {
              ...{ id: 'split', label: t('recruiting.split.action'), needs: 'splitCandidate' as const },
              step: plain('split', `${at}/split`),
            },
          ]
        : []),
    ];
    if (stage === 'refused')
      return [
        { ...{ id: 'reopen', label: t('recruiting.reopen.action'), needs: 'reopenApplication' }, step: plain('reopen', `${at}/reopening`) },
        ...ofPerson,
      ];
    if (stage === 'accepted')
      return [
        {
          ...{ id: 'hire', label: t('recruiting.hire.action'), needs: 'hireCandidate', primary: true },
          step: plain('hire', `${at}/hiring`),
        },
      ];
    if (hasStageEnded(stage)) return ofPerson;
    const isOffered = stage === 'offer';
    return [
      ...(isOffered
        ? [
            {
              ...{ id: 'withdraw', label: t('recruiting.withdraw.action'), needs: 'withdrawOffer' as const },
              step: plain('withdraw', `${at}/offer/withdrawal`),
            },
          ]
        : []),
      { ...{ id: 'offer', label: t('recruiting.offer.action'), needs: 'makeOffer', primary: !isOffered }, dialog: dialog(OfferDialog) },
      { ...{ id: 'stage', label: t('recruiting.move.action'), needs: 'moveApplication' }, dialog: dialog(StageDialog) },
      { ...{ id: 'interview', label: t('recruiting.interview.action'), needs: 'planInterview' }, dialog: dialog(InterviewDialog) },
      { ...{ id: 'score', label: t('recruiting.score.action'), needs: 'giveScorecard' }, dialog: dialog(ScorecardDialog) },
      {
        ...{ id: 'refuse', label: t('recruiting.refuse.action'), needs: 'refuseApplication', danger: true },
        dialog: dialog(RefuseDialog),
      },
      ...ofPerson,
    ];
  };
}

/** Who applies, and how far it is. */
export function Screen() {
  const t = useT();
  const actions = useActions();
  const { applicationId } = useParams({ strict: false }) as { applicationId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/recruiting/applications/{applicationId}', { params: { path: { applicationId } } })}
      parent={{ to: '/people/applications', label: t('menu.applications') }}
      title={({ candidateName }) => candidateName}
      subtitle={({ vacancyTitle }) => vacancyTitle}
      badges={({ stage }) => <StateBadge kind="application" state={stage} />}
      actions={actions}
    >
      {(application) => (
        <>
          <About application={application} />
          <OfferSection application={application} />
          <Interviews application={application} />
          <Scorecards application={application} />
          <OtherApplications application={application} />
        </>
      )}
    </DocumentPage>
  );
}

function About({ application }: { readonly application: Application }) {
  const t = useT();
  const { date, moment } = useFormats();
  const { refusal, employeeId } = application;
  return (
    <Section title={t('recruiting.about')}>
      <Facts
        facts={[
          [
            t('recruiting.job'),
            <Link key="job" to={`/people/vacancies/${application.vacancyId}` as never}>
              {application.vacancyTitle}
            </Link>,
          ],
          [t('recruiting.fields.email'), application.email],
          [t('recruiting.fields.phone'), application.phone],
          [t('recruiting.fields.source'), application.source === 'web' ? t('recruiting.web') : application.source],
          [t('recruiting.appliedOn'), date(application.appliedOn)],
          [t('recruiting.keepUntil'), date(application.keepUntil)],
          [t('recruiting.language'), t(`recruiting.languages.${application.language}`)],
          [t('recruiting.reason'), application.reason],
          [t('recruiting.refuse.mail'), refusal && t(`recruiting.refuse.mails.${refusal.mail}`, { at: moment(refusal.at) })],
          [
            t('onboarding.employee'),
            employeeId && (
              <Link key="employee" to={`/people/employees/${employeeId}` as never}>
                {application.candidateName}
              </Link>
            ),
          ],
        ]}
      />
    </Section>
  );
}

function OfferSection({ application: { offer, link, obstacle } }: { readonly application: Application }) {
  const t = useT();
  const { date, money, moment } = useFormats();
  if (!offer) return null;
  const { answered } = offer;
  return (
    <Section title={t('recruiting.offer.title')}>
      {obstacle && <Notice title={t('recruiting.obstacle.title')} text={t('recruiting.obstacle.text', { why: obstacle.detail })} />}
      <Facts
        facts={[
          [t('recruiting.job'), offer.position],
          [t('onboarding.days.joining'), date(offer.startDate)],
          [
            t('recruiting.offer.annual'),
            offer.annual && `${money(offer.annual)} · ${t(`recruiting.offer.paysOf.${offer.pays === 12 ? 'p12' : 'p14'}`)}`,
          ],
          [t('recruiting.offer.weeklyHours'), offer.weeklyHours],
          [t('onboarding.contract'), t(`payroll.contracts.${offer.contract}`)],
          [t('onboarding.trial'), offer.trialMonths],
          [t('recruiting.offer.agreement'), offer.agreement],
          answered
            ? [t(`recruiting.offer.answers.${answered.answer}`), moment(answered.at)]
            : [t('recruiting.offer.until'), moment(offer.expiresAt)],
          [t('recruiting.offer.link'), link && <code key="link">{link}</code>],
        ]}
      />
    </Section>
  );
}

function Interviews({ application }: { readonly application: Application }) {
  const t = useT();
  const can = useCan();
  const [moved, setMoved] = useState<PlannedInterview>();
  const [cancelled, setCancelled] = useState<Step>();
  const { id, interviews } = application;
  const { moment } = useFormats();
  const save = async (no: number) => {
    const path = { applicationId: id, no: String(no) };
    const file = dataOf(await api.GET('/recruiting/applications/{applicationId}/interviews/{no}', { params: { path } }));
    saveFile(new Blob([file.text], { type: 'text/calendar' }), file.fileName);
  };
  const cancel = ({ no }: PlannedInterview) =>
    setCancelled(
      step(post('/recruiting/applications/{applicationId}/interviews/{no}/cancellation', { applicationId: id, no: String(no) }), {
        title: t('recruiting.interview.cancelTitle'),
        confirm: t('recruiting.interview.cancel'),
        danger: true,
        says: t('recruiting.interview.cancelSays'),
        done: () => t('recruiting.interview.cancelled'),
      }),
    );
  const button = (label: string, at: string, onClick: () => void) => (
    <Button size="compact-sm" variant="default" onClick={onClick} aria-label={`${label}: ${moment(at)}`}>
      {label}
    </Button>
  );
  return interviews.length === 0 ? null : (
    <Section title={t('recruiting.interviews')}>
      <RowsTable
        rows={interviews}
        columns={[
          [t('recruiting.interview.at'), ({ at }) => moment(at)],
          [t('recruiting.interview.place'), ({ place }) => place],
          [t('recruiting.interview.with'), ({ with: guests }) => guests.join(', ')],
          [
            t('recruiting.interview.calendar'),
            (interview) =>
              interview.state === 'cancelled' ? (
                t('recruiting.interview.off')
              ) : (
                <Group gap="xs">
                  {button('.ics', interview.at, () => void save(interview.no))}
                  {can('moveInterview') && button(t('recruiting.interview.moveShort'), interview.at, () => setMoved(interview))}
                  {can('cancelInterview') && button(t('recruiting.interview.cancel'), interview.at, () => cancel(interview))}
                </Group>
              ),
          ],
        ]}
      />
      {moved && <InterviewDialog application={application} interview={moved} onClose={() => setMoved(undefined)} />}
      <OneStep step={cancelled} onClose={() => setCancelled(undefined)} />
    </Section>
  );
}

function Scorecards({ application: { scorecards, scored } }: { readonly application: Application }) {
  const t = useT();
  if (scored === 0) return null;
  return (
    <Section title={t('recruiting.scorecards')}>
      {scorecards.length === 0 ? (
        <p className="dimmed">{t('recruiting.hidden', { count: scored })}</p>
      ) : (
        <RowsTable
          rows={scorecards}
          columns={[
            [t('recruiting.score.by'), ({ by }) => by],
            [t('recruiting.score.verdict'), ({ verdict }) => t(`recruiting.score.verdicts.${verdict}`)],
            [t('recruiting.score.scores'), ({ scores = [] }) => scores.map(({ what, score }) => `${what} ${score}`).join(' · ')],
            [t('recruiting.score.text'), ({ text }) => text],
          ]}
        />
      )}
    </Section>
  );
}
