import { time } from '#api/hr/time.ts';
import { type Employee, Employees, nameOf } from '#domain/hr/people/employee.ts';
import {
  type ClockCorrection,
  type ClockCorrectionInput,
  ClockCorrections,
  correctionActions,
  correctionView,
  requireCorrection,
  type StoredCorrection,
} from '#domain/hr/time/clock-correction.ts';
import { ClockEntries, requireEmployed } from '#domain/hr/time/clock-entry.ts';
import { invalid, refused, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, mayFor } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command } from '../../platform/service.ts';
import { reachedEmployee, selfOf } from '../people/reach.ts';

const { actions } = time;

/** What the entry said that is to count no more. @throws DomainError `clock_correction.entry` (400) where there is none of that employee. */
async function toldBy(records: Records, { replaces, employeeId }: ClockCorrectionInput): Promise<Pick<ClockCorrection, 'was'>> {
  if (replaces === undefined) return {};
  const found = replaces.startsWith('clk_')
    ? await records.get(ClockEntries, replaces)
    : await records
        .get(ClockCorrections, replaces)
        .then((earlier) => earlier?.entry && { ...earlier.entry, employeeId: earlier.employeeId });
  if (!found || found.employeeId !== employeeId)
    throw invalid('clock_correction.entry', 'There is no such entry in the register of this employee.', 'body.replaces');
  return { was: { kind: found.kind, at: found.at } };
}

/** An entry is put right once: what is wrong with it afterwards is a correction of the correction. @throws DomainError `clock_correction.replaced` (422). */
async function requireStanding(
  records: Records,
  { employeeId, replaces, was }: Pick<ClockCorrection, 'employeeId' | 'replaces' | 'was'>,
): Promise<void> {
  if (replaces === undefined || was === undefined) return;
  const { items } = await listRecords(records, ClockCorrections, {
    ...{ buckets: [employeeId], order: 'asc', limit: 1, from: was.at, to: was.at },
    where: (each) => each.replaces === replaces && each.state === 'approved',
  });
  if (items.length > 0)
    throw refused('clock_correction.replaced', 'The entry has been corrected already: correct what stands in its place.', 'body.replaces');
}

/** Whether it counts at once: whoever enters it decides for that employee, and is somebody else. */
const countsAtOnce = (caller: Caller, employee: Employee & { readonly id: string }, self: string | undefined): boolean =>
  self !== employee.id && mayFor(caller, 'time.approve', employee as never, Employees);

export const requestClockCorrection = command(
  actions.requestClockCorrection,
  creates(ClockCorrections, 'clc'),
  async ({ body, records, caller, company, now, newId }) => {
    const { employeeId, replaces, entry, reason } = body;
    // Who decides for somebody corrects for them too.
    const permission = caller.grants.get('time.write') === 'all' ? 'time.write' : 'time.read';
    const [employee, self] = await Promise.all([
      reachedEmployee(records, caller, permission, employeeId, 'body.employeeId'),
      selfOf(records, caller),
    ]);
    requireCorrection(body);
    if (entry && Date.parse(entry.at) > now.getTime())
      throw invalid('clock.future', 'The time has not come yet: correct it.', 'body.entry.at', { at: entry.at });
    if (entry) requireEmployed(employee, entry.at, company.timeZone, 'body.entry.at');
    const told = await toldBy(records, body);
    await requireStanding(records, { employeeId, ...(replaces ? { replaces } : {}), ...told });
    const atOnce = countsAtOnce(caller, employee, self);
    return [
      create(ClockCorrections, newId('clc'), {
        ...{ employeeId, name: nameOf(employee), state: atOnce ? 'approved' : 'requested', reason, requestedBy: caller.email },
        ...(replaces === undefined ? {} : { replaces }),
        ...told,
        ...(entry ? { entry: { kind: entry.kind, at: `${entry.at.slice(0, 19)}Z` } } : {}),
        ...(atOnce ? { decided: { by: caller.email, at: now.toISOString() } } : {}),
      }),
    ];
  },
  correctionView,
);

/** What the caller decides on. @throws DomainError `clock-correction.not_found` (404) out of reach, `clock_correction.own` (403). */
async function requireDecider(records: Records, caller: Caller, correction: StoredCorrection): Promise<void> {
  if (!mayFor(caller, 'time.approve', correction, ClockCorrections))
    throw notFound(ClockCorrections.kind, correction.id, 'path.correctionId');
  throwIf(correctionActions.approveClockCorrection({ ...correction, self: await selfOf(records, caller), asker: caller.email }));
}

const decided = (correction: StoredCorrection, state: 'approved' | 'rejected', by: string, now: Date, reason?: string) =>
  update(ClockCorrections, correction, {
    ...correction,
    state,
    decided: { by, at: now.toISOString(), ...(reason === undefined ? {} : { reason }) },
  });

export const approveClockCorrection = command(
  actions.approveClockCorrection,
  on(ClockCorrections, (path) => path.correctionId),
  async ({ records, caller, now }, correction) => {
    await requireDecider(records, caller, correction);
    await requireStanding(records, correction);
    return [decided(correction, 'approved', caller.email, now)];
  },
  correctionView,
);

export const rejectClockCorrection = command(
  actions.rejectClockCorrection,
  on(ClockCorrections, (path) => path.correctionId),
  async ({ body, records, caller, now }, correction) => {
    await requireDecider(records, caller, correction);
    return [decided(correction, 'rejected', caller.email, now, body.reason)];
  },
  correctionView,
);
