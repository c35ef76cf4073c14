import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { LANGUAGES, useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { usePerson } from '../../session/session.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from '../settings/settings.module.css';
import { EditMember } from './edit-member.tsx';
import { type MemberStep, memberStep } from './member-steps.ts';
import { Abilities } from './role-fields.tsx';
import { useRoles } from './role-names.ts';

type Member = Schemas['Member'];
type Dialog = 'edit' | MemberStep;

/** One person: what they may do, and the story of their access. */
export function Screen() {
  const t = useT();
  const { memberId } = useParams({ strict: false }) as { memberId: string };
  const query = $api.useQuery('get', '/members/{memberId}', { params: { path: { memberId } } });
  const { data: member } = query;
  const { email } = usePerson();
  const roles = useRoles({ retired: true });
  const [activeDialog, setActiveDialog] = useState<Dialog>();
  const close = () => setActiveDialog(undefined);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/settings/members', label: t('settings.parts.members') }}
      title={member ? (member.name ?? member.email) : ''}
      badges={member && <StateBadge kind="member" state={member.state} />}
      subtitle={member?.name && member.email}
      answered={member?.actions}
      actions={member ? actionsOf(member, t, setActiveDialog) : []}
      aside={member && <Timeline id={member.id} />}
    >
      {member && (
        <>
          <MemberFacts member={member} self={member.email.toLowerCase() === email.toLowerCase()} />
          <Section title={t('members.roles')}>
            <ul className={styles.changes}>
              {roles
                .filter(({ id }) => member.roles.includes(id))
                .map(({ id, name, grants }) => (
                  <li key={id}>
                    <b>{name}</b>
                    <small className="dimmed">
                      <Abilities grants={grants} />
                    </small>
                  </li>
                ))}
            </ul>
          </Section>
          {activeDialog === 'edit' && <EditMember member={member} onClose={close} />}
          {activeDialog && activeDialog !== 'edit' && <StepDialog {...memberStep(activeDialog, member, t)} onClose={close} />}
        </>
      )}
    </RecordPage>
  );
}

function actionsOf(member: Member, t: ReturnType<typeof useT>, start: (dialog: Dialog) => void): RecordAction[] {
  const gone = member.state === 'removed';
  const own: RecordAction = gone
    ? { id: 'return', label: t('members.return.action'), needs: 'returnMember', primary: true, start: () => start('return') }
    : {
        id: 'remove',
        label: t('members.remove.action'),
        needs: 'removeMember',
        danger: true,
        start: () => start('remove'),
      };
  return [
    {
      id: 'edit',
      label: t('members.edit.action'),
      needs: 'patchMember',
      primary: !gone,
      key: 'e',
      start: () => start('edit'),
    },
    {
      id: 'resend',
      label: t('members.resend.action'),
      needs: 'resendInvitation',
      start: () => start('resend'),
    },
    own,
  ];
}

function MemberFacts({ member, self }: { readonly member: Member; readonly self: boolean }) {
  const t = useT();
  const { moment } = useFormats();
  return (
    <Section title={t('members.facts')}>
      {self && <p className="dimmed">{t('members.you')}</p>}
      <Facts
        facts={[
          [t('members.email'), member.email],
          [t('members.name'), member.name],
          [t('members.team'), member.team],
          [t('members.secondFactor'), member.secondFactorSince && moment(member.secondFactorSince)],
          [t('members.locale'), member.locale && LANGUAGES[member.locale]],
          [t('members.invitedAt'), member.invitedAt && moment(member.invitedAt)],
          [t('members.since'), moment(member.createdAt)],
        ]}
      />
    </Section>
  );
}
