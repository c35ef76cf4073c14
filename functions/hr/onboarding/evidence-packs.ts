import { onboarding as table } from '#api/hr/onboarding.ts';
import {
  type EvidencePack,
  EvidencePacks,
  evidencePackState,
  refusalOfPack,
  type StoredEvidencePack,
} from '#domain/hr/onboarding/evidence-pack.ts';
import { Onboardings } from '#domain/hr/onboarding/onboarding.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import type { IsoDate } from '#kernel/date.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import type { Caller } from '#runtime/caller.ts';
import { linkTo } from '#runtime/documents.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { notFound } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { noteReading } from '../people/personal-readings.ts';

const { actions } = table;

/** One of an onboarding for whoever sees pay, and one for whoever does not. */
export const evidencePackId = (tenant: string, onboardingId: string, withPay: boolean): string =>
  idFrom('evp', tenant, onboardingId, withPay ? 'pay' : 'plain');
const seesPay = ({ grants }: Caller): boolean => grants.get('pay.read') === 'all';

function packView(pack: StoredEvidencePack, today: IsoDate) {
  const { made, wantedAt: _, employeeId: __, ...rest } = stamped(pack);
  return {
    ...rest,
    state: evidencePackState(pack, today),
    ...(made ? { madeAt: made.at, bytes: made.bytes } : {}),
    ...{ files: [...(made?.files ?? [])], missing: [...(made?.missing ?? [])] },
  };
}

/** Has it made, or made anew: a worker does. Which one, what the caller sees of pay says. */
export const orderEvidencePack = command(
  actions.orderEvidencePack,
  on(Onboardings, (path) => path.onboardingId),
  async ({ records, caller, tenant, now }, onboarding) => {
    const withPay = seesPay(caller);
    const id = evidencePackId(tenant, onboarding.id, withPay);
    const [employee, before] = await Promise.all([records.getOrThrow(Employees, onboarding.employeeId), records.get(EvidencePacks, id)]);
    throwIf(refusalOfPack(onboarding, employee.erasedOn));
    const wanted: EvidencePack = {
      ...{ onboardingId: onboarding.id, employeeId: onboarding.employeeId, withPay },
      ...{ state: 'wanted', wantedAt: now.toISOString() },
    };
    return [
      update(Onboardings, onboarding, onboarding),
      before ? update<EvidencePack>(EvidencePacks, before, wanted) : create(EvidencePacks, id, wanted),
    ];
  },
  async ({ id }, { records, caller, tenant, today }) =>
    packView(await records.getOrThrow(EvidencePacks, evidencePackId(tenant, id, seesPay(caller))), today),
);

/** A link to its file, once it is written down that the caller takes it. */
export const getEvidencePack = query(actions.getEvidencePack, async ({ path, records, caller, tenant, company, today, now }) => {
  const id = evidencePackId(tenant, path.onboardingId, seesPay(caller));
  const pack = await records.get(EvidencePacks, id);
  const employee = pack && (await records.get(Employees, pack.employeeId));
  if (!pack || employee?.erasedOn) throw notFound(EvidencePacks.kind, path.onboardingId, 'path.onboardingId');
  const view = packView(pack, today);
  if (view.state !== 'ready' || !pack.made) return view;
  await noteReading(records, caller, { employeeId: pack.employeeId, what: 'evidence-pack', record: pack.onboardingId, today, now });
  const name = company.name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 30);
  return { ...view, ...(await linkTo('reports', pack.made.key, `expediente-${name}-${pack.employeeId.slice(4, 12)}.zip`, now)) };
});
