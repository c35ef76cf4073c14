import { recruiting } from '#api/hr/recruiting.ts';
import {
  Applications,
  applicationActions,
  refusalOfEnd,
  refusalOfMove,
  refusalOfScorecard,
  type Stage,
  type StoredApplication,
  stageBefore,
} from '#domain/hr/recruiting/application.ts';
import { applicationRow } from '#domain/hr/recruiting/application-view.ts';
import { refusalOfHiring, Vacancies } from '#domain/hr/recruiting/vacancy.ts';
import { assertDefined } from '#kernel/assert.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { creates, on } from '#runtime/action.ts';
import { mayFor, reachOf } from '#runtime/caller.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { actionsOf, command, listQuery, query } from '../../platform/service.ts';
import { applicationChanges, applicationIdOf, applicationView } from './application-store.ts';
import { seesPay } from './vacancies.ts';

const { actions } = recruiting;

export const createApplication = command(
  actions.createApplication,
  creates(
    Applications,
    ({ tenant, body }) => applicationIdOf(tenant, body.vacancyId, body.email),
    ({ body }) => ({ vacancy: required(Vacancies, body.vacancyId, 'body.vacancyId') }),
  ),
  ({ body, vacancy, records, today }) => {
    throwIf(refusalOfHiring(vacancy, 'body.vacancyId'));
    const { vacancyId: _, source, consentMonths: months, phone, ...told } = body;
    const consent = { on: today, months, by: 'company' as const };
    return applicationChanges(records, { told: { ...told, ...(phone ? { phone } : {}) }, vacancy, consent, source, today });
  },
  applicationView,
);

export const moveApplication = command(
  actions.moveApplication,
  on(Applications, (path) => path.applicationId),
  ({ body: { stage, from }, now }, application) => {
    throwIf(refusalOfMove(application, from, now.toISOString()));
    return stage === application.stage ? application : [update(Applications, application, { ...application, stage })];
  },
  applicationView,
);

export const giveScorecard = command(
  actions.giveScorecard,
  on(Applications, (path) => path.applicationId),
  ({ body, caller, now }, application) => {
    throwIf(refusalOfScorecard(application, caller.email));
    const others = application.scorecards.filter(({ by }) => by !== caller.email);
    const card = { ...body, by: caller.email, at: now.toISOString() };
    return [update(Applications, application, { ...application, scorecards: [...others, card] })];
  },
  applicationView,
);

/** Hours in which a refusal can be taken back before its mail leaves. */
const REFUSAL_HOURS = 24;
const MS_PER_HOUR = 3_600_000;

export const refuseApplication = command(
  actions.refuseApplication,
  on(Applications, (path) => path.applicationId),
  ({ body: { reason, mail }, now }, application) => {
    throwIf(refusalOfEnd(application));
    const at = new Date(now.getTime() + REFUSAL_HOURS * MS_PER_HOUR).toISOString();
    const refusal = { mail: mail ? ('wanted' as const) : ('stopped' as const), at, from: stageBefore(application) };
    return [update(Applications, application, { ...application, stage: 'refused', reason, refusal })];
  },
  applicationView,
);

export const reopenApplication = command(
  actions.reopenApplication,
  on(Applications, (path) => path.applicationId),
  (_, application) => {
    throwIf(applicationActions('').reopenApplication(application));
    const { refusal, reason: __, ...rest } = application;
    const { from } = assertDefined(refusal, 'the refusal of whom was refused');
    return [update(Applications, application, { ...rest, stage: from })];
  },
  applicationView,
);

export const getApplication = query(
  actions.getApplication,
  ({ path }) => ({ application: required(Applications, path.applicationId, 'path.applicationId') }),
  async (world) => {
    const { application, caller, now } = world;
    if (!mayFor(caller, 'recruiting.read', application, Applications))
      throw notFound(Applications.kind, application.id, 'path.applicationId');
    const open = actionsOf(caller, actions, applicationActions(now.toISOString()), application);
    return { ...(await applicationView(application, world)), actions: open };
  },
);

export const listApplications = listQuery(
  actions.listApplications,
  Applications,
  (application, { caller }) => applicationRow(application, seesPay(caller)),
  ({ query: asked, caller }) => {
    const { vacancy, stage } = asked as { vacancy?: string; stage?: readonly Stage[] };
    const within = reachOf(caller, 'recruiting.read', Applications);
    const where = (one: StoredApplication) => (!stage || stage.includes(one.stage)) && (!within || within(one));
    return { party: vacancy, ...(stage || within ? { where } : {}) };
  },
);
