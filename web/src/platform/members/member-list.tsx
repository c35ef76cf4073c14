import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { MemberState } from '#domain/platform/members/member.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import { SettingsList } from '../settings/settings-page.tsx';
import { RolesTable } from './roles-table.tsx';

type Member = Schemas['Member'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/members', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const rolesText = ({ roles }: Member, t: T): string => roles.map((role) => t(`shell.roles.${role}`)).join(', ');

const columnsOf = (t: T, { moment }: Formats): Column<Member>[] => [
  { id: 'email', header: t('members.email'), cell: ({ email }) => email, value: ({ email }) => email, indexed: true },
  { id: 'name', header: t('members.name'), cell: ({ name }) => name, value: ({ name = '' }) => name, hide: 'medium' },
  {
    id: 'roles',
    header: t('members.roles'),
    cell: (member) => rolesText(member, t),
    value: (member) => rolesText(member, t),
    hide: 'narrow',
  },
  {
    id: 'state',
    header: t('members.state'),
    cell: ({ state }) => <StateBadge kind="member" state={state} />,
    value: ({ state }) => t(`states.member.${state}`),
  },
  {
    id: 'invitedAt',
    header: t('members.invitedAt'),
    cell: ({ invitedAt }) => invitedAt && moment(invitedAt),
    value: ({ invitedAt = '' }) => invitedAt,
    hide: 'medium',
  },
];

/** Everybody who may sign in to the company, and what each may do. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const [comparing, setComparing] = useState(false);
  const spec = useMemo(
    (): ListSpec<Member> => ({
      id: 'members',
      title: t('settings.parts.members'),
      load,
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/settings/members/${id}`,
      order: 'asc',
      searchLabel: t('members.search'),
      filters: [
        {
          kind: 'choice',
          id: 'state',
          label: t('members.state'),
          options: MemberState.options.map((value) => ({ value, label: t(`states.member.${value}`) })),
        },
      ],
      views: [
        { name: t('members.pending'), search: { state: 'invited' } },
        { name: t('members.removedOnes'), search: { state: 'removed' } },
      ],
      actions: (
        <>
          <Button variant="default" onClick={() => setComparing(true)}>
            {t('members.compare')}
          </Button>
          {can('inviteMember') && (
            <Button component={Link} to={'/settings/members/new' as never} leftSection={<IconPlus size={16} />}>
              {t('members.invite.action')}
            </Button>
          )}
        </>
      ),
      empty: { title: t('members.empty.title'), text: t('members.empty.text') },
    }),
    [t, formats, can],
  );
  return (
    <SettingsList>
      <RecordList spec={spec} />
      {comparing && <RolesTable onClose={() => setComparing(false)} />}
    </SettingsList>
  );
}
