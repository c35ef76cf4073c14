import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { LANGUAGES, useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from '../settings/settings.module.css';
import { EditMember } from './edit-member.tsx';
import { type Standing, useStanding, whyNotChange, whyNotRemove, whyNotResend } from './member-rules.ts';
import { RemoveMember, ResendInvitation, ReturnMember } from './member-steps.tsx';
import { Abilities } from './role-fields.tsx';

type Member = Schemas['Member'];
type Doing = 'edit' | 'resend' | 'remove' | 'return';

/** One person: what they may do, and the story of their access. */
export function Screen() {
  const t = useT();
  const { memberId } = useParams({ strict: false }) as { memberId: string };
  const query = $api.useQuery('get', '/members/{memberId}', { params: { path: { memberId } } });
  const { data: member } = query;
  const standing = useStanding(member);
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/settings/members', label: t('settings.parts.members') }}
      title={member ? (member.name ?? member.email) : ''}
      badges={member && <StateBadge kind="member" state={member.state} />}
      subtitle={member?.name && member.email}
      actions={member ? actionsOf(member, standing, t, setDoing) : []}
      aside={member && <Timeline id={member.id} />}
    >
      {member && (
        <>
          <MemberFacts member={member} self={standing.self} />
          <Section title={t('members.roles')}>
            <ul className={styles.changes}>
              {member.roles.map((role) => (
                <li key={role}>
                  <b>{t(`shell.roles.${role}`)}</b>
                  <small className="dimmed">
                    <Abilities role={role} />
                  </small>
                </li>
              ))}
            </ul>
          </Section>
          {doing === 'edit' && <EditMember member={member} standing={standing} onClose={close} />}
          {doing === 'resend' && <ResendInvitation member={member} onClose={close} />}
          {doing === 'remove' && <RemoveMember member={member} onClose={close} />}
          {doing === 'return' && <ReturnMember member={member} onClose={close} />}
        </>
      )}
    </RecordPage>
  );
}

function actionsOf(member: Member, standing: Standing, t: ReturnType<typeof useT>, start: (doing: Doing) => void): RecordAction[] {
  const gone = member.state === 'removed';
  const own: RecordAction = gone
    ? { id: 'return', label: t('members.return.action'), needs: 'returnMember', primary: true, start: () => start('return') }
    : {
        id: 'remove',
        label: t('members.remove.action'),
        needs: 'removeMember',
        danger: true,
        blocked: whyNotRemove(member, standing, t),
        start: () => start('remove'),
      };
  return [
    {
      id: 'edit',
      label: t('members.edit.action'),
      needs: 'patchMember',
      blocked: whyNotChange(member, t),
      primary: !gone,
      key: 'e',
      start: () => start('edit'),
    },
    {
      id: 'resend',
      label: t('members.resend.action'),
      needs: 'resendInvitation',
      blocked: whyNotResend(member, t),
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
          [t('members.locale'), member.locale && LANGUAGES[member.locale]],
          [t('members.invitedAt'), member.invitedAt && moment(member.invitedAt)],
          [t('members.since'), moment(member.createdAt)],
        ]}
      />
    </Section>
  );
}
