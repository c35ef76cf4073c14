import { randomBytes } from 'node:crypto';
import { recruiting } from '#api/hr/recruiting.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { Applications, BOARD_STAGES, onBoardOf, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { applicationRow } from '#domain/hr/recruiting/application-view.ts';
import {
  refusalOfApproval,
  refusalOfClosing,
  refusalOfHiring,
  type StoredVacancy,
  Vacancies,
  type Vacancy,
} from '#domain/hr/recruiting/vacancy.ts';
import { throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { stamped } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { type Caller, may, mayFor, reachOf } from '#runtime/caller.ts';
import { listRecords } from '#runtime/lists.ts';
import { openRecords } from '#runtime/open-work.ts';
import { optional, required } from '#runtime/reads.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';

const { actions } = recruiting;

/** Whether somebody may see what a job pays: who hires, and who sees what others earn. */
export const seesPay = (caller: Caller): boolean =>
  may(caller, 'recruiting.write') || ['all', 'team'].includes(caller.grants.get('pay.read') ?? '');

export function vacancyView(vacancy: StoredVacancy, { caller }: { readonly caller: Caller }) {
  const { budget, published, refusalTexts, ...rest } = stamped(vacancy);
  const texts = refusalTexts && may(caller, 'recruiting.write') ? { refusalTexts } : {};
  return { ...rest, ...texts, ...(published ? { publishedOn: published.on } : {}), ...(seesPay(caller) ? { budget } : {}) };
}

export const createVacancy = command(
  actions.createVacancy,
  creates(Vacancies, 'vac', ({ body }) => ({
    manager: body.managerId === undefined ? optional(Employees, undefined) : required(Employees, body.managerId, 'body.managerId'),
  })),
  ({ body, newId }) => [create<Vacancy>(Vacancies, newId('vac'), { ...body, state: 'draft', hired: 0 })],
  vacancyView,
);

export const approveVacancy = command(
  actions.approveVacancy,
  on(Vacancies, (path) => path.vacancyId),
  ({ caller, today }, vacancy) => {
    throwIf(refusalOfApproval({ vacancy, by: caller.email, alone: may(caller, 'payments.alone') }));
    return [update(Vacancies, vacancy, { ...vacancy, state: 'open', approved: { by: caller.email, on: today } })];
  },
  vacancyView,
);

export const closeVacancy = command(
  actions.closeVacancy,
  on(Vacancies, (path) => path.vacancyId),
  (_, vacancy) => {
    throwIf(refusalOfClosing(vacancy));
    return [update(Vacancies, vacancy, { ...vacancy, state: 'closed' })];
  },
  vacancyView,
);

const KEY_BYTES = 32;
export const publishVacancy = command(
  actions.publishVacancy,
  on(Vacancies, (path) => path.vacancyId),
  ({ body, today }, vacancy) => {
    const { published, ...rest } = vacancy;
    if (body.published === (published !== undefined)) return vacancy;
    if (!body.published) return [update(Vacancies, vacancy, rest)];
    throwIf(refusalOfHiring(vacancy, 'path.vacancyId'));
    const key = randomBytes(KEY_BYTES).toString('base64url');
    return [update(Vacancies, vacancy, { ...rest, published: { on: today, key } })];
  },
  vacancyView,
);

const MOST_IN_COLUMN = 200;
async function columnOf(records: Records, vacancyId: string, stage: string): Promise<StoredApplication[]> {
  const column: StoredApplication[] = [];
  for await (const one of openRecords(records, Applications, stage, onBoardOf(vacancyId))) if (column.push(one) === MOST_IN_COLUMN) break;
  return column;
}

export const getVacancy = query(
  actions.getVacancy,
  ({ path }) => ({ vacancy: required(Vacancies, path.vacancyId, 'path.vacancyId') }),
  async ({ vacancy, records, caller }) => {
    if (!mayFor(caller, 'recruiting.read', vacancy, Vacancies)) throw notFound(Vacancies.kind, vacancy.id, 'path.vacancyId');
    const columns = await Promise.all(BOARD_STAGES.map((stage) => columnOf(records, vacancy.id, stage)));
    return { ...vacancyView(vacancy, { caller }), applications: columns.flat().map((one) => applicationRow(one, seesPay(caller))) };
  },
);

export const listVacancies = query(actions.listVacancies, async ({ query: input, records, caller }) => {
  const { state } = input;
  const within = reachOf(caller, 'recruiting.read', Vacancies);
  const where = (one: StoredVacancy) => (!state || state.includes(one.state)) && (!within || within(one));
  const page = await listRecords(records, Vacancies, { ...input, buckets: ['all'], words: input.q, ...(state || within ? { where } : {}) });
  return { ...page, items: page.items.map((one) => vacancyView(one, { caller })) };
});
