import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { isClientId } from '#domain/platform/members/api-client.ts';
import { type Member, Members, type StoredMember } from '#domain/platform/members/member.ts';
import { createNext, plain, type RecordType, update } from '#kernel/record.ts';
import type { Caller } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { Records } from '#runtime/records.ts';
import { countOwner } from './member-store.ts';

/** A member's id comes from the address: nobody is in a company twice, and a caller's own record is one read. */
export const memberIdOf = (tenant: string, email: string): string => idFrom('mem', tenant, email.toLowerCase());

/**
 * The caller's own record. The first request of somebody who was invited makes it active; of who sets the company up, makes
 * it. Undefined for a program. May be called often: it writes once.
 */
export async function presentMember(records: Records, caller: Caller): Promise<StoredMember | undefined> {
  if (isClientId(caller.email)) return undefined;
  const id = memberIdOf(records.tenant, caller.email);
  const found = await records.get(Members, id);
  if (found && found.state !== 'invited') return found;
  const after: Member = found ? { ...plain<Member>(found), state: 'active' } : { email: caller.email, roles: ['owner'], state: 'active' };
  const change = found ? update(Members, found, after as StoredMember, { state: found.state }) : createNext(Members, id, after);
  return records.save([change, ...(await countOwner(records, id, after))]);
}

/** The companies that a person may choose between: those in their token that know them as a member. */
export async function companiesOf({ stamp }: Records, { companies, email }: Caller): Promise<{ company: string; name: string }[]> {
  const found = await Promise.all(
    companies.map(async (company) => {
      const refs = [
        { type: Members as RecordType<never>, id: memberIdOf(company, email) },
        { type: Companies as RecordType<never>, id: COMPANY_ID },
      ];
      const [member, settings] = (await new Records(company, stamp).getTogether(refs)) as [StoredMember?, StoredCompany?];
      return member && member.state !== 'removed' ? [{ company, name: settings?.name ?? company }] : [];
    }),
  );
  return found.flat();
}
