import { useNavigate } from '@tanstack/react-router';
import { InviteMember } from './invite-member.tsx';
import { Screen as MemberList } from './member-list.tsx';

/** An invitation, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  return (
    <>
      <MemberList />
      <InviteMember onClose={() => void navigate({ to: '/settings/members' } as never)} />
    </>
  );
}
