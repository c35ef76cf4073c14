import { useParams } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { LANGUAGES, useT } from '../../i18n/i18n.ts';
import { DocumentPage, type PageAction } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { usePerson } from '../../session/session.ts';
import styles from '../settings/settings.module.css';
import { EditMember } from './edit-member.tsx';
import { type MemberStep, memberStep } from './member-steps.ts';
import { Abilities } from './role-fields.tsx';
import { useRoles } from './role-names.ts';

type Member = Schemas['Member'];

/** One person: what they may do, and the story of their access. */
export function Screen() {
  const t = useT();
  const { memberId } = useParams({ strict: false }) as { memberId: string };
  const own = usePerson().email.toLowerCase();
  const roles = useRoles({ retired: true });
  return (
    <DocumentPage
      query={$api.useQuery('get', '/members/{memberId}', { params: { path: { memberId } } })}
      parent={{ to: '/settings/members', label: t('settings.parts.members') }}
      title={({ name, email }) => name ?? email}
      subtitle={({ name, email }) => name && email}
      actions={({ state }) => actionsOf(state === 'removed', t)}
    >
      {(member) => (
        <>
          <MemberFacts member={member} self={member.email.toLowerCase() === own} />
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
        </>
      )}
    </DocumentPage>
  );
}

function actionsOf(gone: boolean, t: ReturnType<typeof useT>): PageAction<Member>[] {
  const stepTo = (name: MemberStep) => ({ id: name, step: (member: Member) => memberStep(name, member, t) });
  return [
    {
      id: 'edit',
      label: t('members.edit.action'),
      needs: 'patchMember',
      primary: !gone,
      key: 'e',
      dialog: (member, onClose) => <EditMember member={member} onClose={onClose} />,
    },
    { ...stepTo('resend'), label: t('members.resend.action'), needs: 'resendInvitation' },
    gone
      ? { ...stepTo('return'), label: t('members.return.action'), needs: 'returnMember', primary: true }
      : { ...stepTo('remove'), label: t('members.remove.action'), needs: 'removeMember', danger: true },
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
