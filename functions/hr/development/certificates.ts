import { development } from '#api/hr/development.ts';
import { Courses } from '#domain/hr/development/course.ts';
import {
  certificateActions,
  certificateView,
  newCertificate,
  StaffCertificates,
  type StoredCertificate,
  staffCertificateState,
} from '#domain/hr/development/staff-certificate.ts';
import { nameOf } from '#domain/hr/people/employee.ts';
import { throwIf } from '#kernel/errors.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { reachOf } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import type { Records } from '#runtime/records.ts';
import { actionsOf, command, query } from '../../platform/service.ts';
import { reachedEmployee } from '../people/reach.ts';

const { actions } = development;

/** Earlier certificates of a course are renewed by a new one. */
export async function renewals(records: Records, employeeId: string, courseId: string, renewedBy: string): Promise<Change[]> {
  const { items } = await listRecords(records, StaffCertificates, {
    ...{ buckets: ['all'], order: 'desc', limit: 20, party: employeeId },
    where: (one) => one.courseId === courseId && !one.renewedBy && !one.closed,
  });
  return items.map((one) => update(StaffCertificates, one, { ...one, renewedBy }));
}

export const createCertificate = command(
  actions.createCertificate,
  creates(StaffCertificates, 'sct'),
  async ({ body, records, caller, newId }) => {
    const employee = await reachedEmployee(records, caller, 'development.read', body.employeeId, 'body.employeeId');
    if (body.courseId) await records.getOrThrow(Courses, body.courseId, 'body.courseId');
    const id = newId('sct');
    const renewed = body.courseId ? await renewals(records, employee.id, body.courseId, id) : [];
    return [create(StaffCertificates, id, newCertificate(body, nameOf(employee))), ...renewed];
  },
  (certificate, { today }) => certificateView(certificate, today),
);

export const closeCertificate = command(
  actions.closeCertificate,
  on(StaffCertificates, (path) => path.certificateId),
  ({ body, caller, today }, before) => {
    throwIf(certificateActions.closeCertificate(before));
    return [update(StaffCertificates, before, { ...before, closed: { by: caller.email, on: today, ...body } })];
  },
  (certificate, { today }) => certificateView(certificate, today),
);

export const listCertificates = query(actions.listCertificates, async ({ query: input, records, caller, today }) => {
  const { employeeId, state, q, ...page } = input;
  const within = reachOf(caller, 'development.read', StaffCertificates);
  const where = (one: StoredCertificate) =>
    (within?.(one) ?? true) && (state === undefined || state.includes(staffCertificateState(one, today)));
  const found = await listRecords(records, StaffCertificates, {
    ...{ ...page, buckets: ['all'], words: q, where },
    ...(employeeId ? { party: employeeId } : {}),
  });
  return {
    ...found,
    items: found.items.map((one) => ({ ...certificateView(one, today), actions: actionsOf(caller, actions, certificateActions, one) })),
  };
});
