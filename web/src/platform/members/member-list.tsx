import { MemberState } from '#domain/platform/members/member.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { moment, state, text } from '../../list/columns.tsx';
import { choice, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { SettingsList } from '../settings/settings-page.tsx';
import { type ShownRole, useRoleName, useRoles } from './role-names.ts';

type Member = Schemas['MemberRow'];

const plan = ({ t }: ListContext, offered: readonly ShownRole[], nameOf: (role: string) => string): ListPlan<Member> => ({
  id: 'members',
  title: t('settings.parts.members'),
  load: load('/members'),
  order: 'asc',
  href: '/settings/members',
  columns: [
    text('email', ({ email }) => email, { header: t('members.email'), indexed: true }),
    text('name', ({ name }) => name, { hide: 'medium' }),
    text('roles', ({ roles }) => roles.map(nameOf).join(', '), { header: t('members.roles'), hide: 'narrow' }),
    state('member', (member) => member.state),
    moment('invitedAt', ({ invitedAt }) => invitedAt, { header: t('members.invitedAt'), hide: 'medium' }),
  ],
  searchLabel: t('members.search'),
  filters: [
    states('member', MemberState.options),
    choice(
      'role',
      t('members.roles'),
      offered.map(({ id }) => id),
      nameOf,
    ),
  ],
  views: [
    { name: t('members.pending'), search: { state: 'invited' } },
    { name: t('members.removedOnes'), search: { state: 'removed' } },
  ],
  create: { needs: 'inviteMember', to: '/settings/members/new', label: t('members.invite.action') },
  empty: { title: t('members.empty.title'), text: t('members.empty.text') },
});

/** Everybody who may sign in to the company, and what each may do. */
export function Screen() {
  const offered = useRoles();
  const nameOf = useRoleName();
  const spec = useList<Member>((context) => plan(context, offered, nameOf));
  return (
    <SettingsList>
      <RecordList spec={spec} />
    </SettingsList>
  );
}
