import { recruiting } from '#api/hr/recruiting.ts';
import { Applications, refusalOfEnd, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { calendarFile } from '#domain/hr/recruiting/calendar-file.ts';
import { CandidateFiles, candidateFileId } from '#domain/hr/recruiting/candidate.ts';
import { interviewSubject } from '#domain/hr/recruiting/candidate-letter.ts';
import { type Interview, type InterviewInput, invitedTo, MOST_INTERVIEWS } from '#domain/hr/recruiting/interview.ts';
import { invalid, missing, refused, throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { mayFor } from '#runtime/caller.ts';
import { required } from '#runtime/reads.ts';
import { notFound } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { applicationView } from './application-store.ts';

const { actions } = recruiting;
type Planned = (typeof InterviewInput)['_zod']['output'];

/** @throws DomainError `interview.past` (400): nobody is invited to what has been. */
function requireAhead({ at }: Planned, now: Date): void {
  if (Date.parse(at) <= now.getTime()) throw invalid('interview.past', 'That hour has passed: choose a later one.', 'body.at');
}
function interviewOf({ interviews }: StoredApplication, no: string): Interview {
  const found = interviews.find((one) => one.no === Number(no));
  if (!found) throw missing('interview.not_found', 'There is no such interview.', 'path.no');
  return found;
}
/** @throws DomainError `interview.cancelled` (422). */
function requirePlanned({ state }: Interview): void {
  if (state === 'cancelled') throw refused('interview.cancelled', 'The interview is cancelled already: plan another.', 'path.no');
}
const replaced = (application: StoredApplication, after: Interview) =>
  [
    update(Applications, application, {
      ...application,
      interviews: application.interviews.map((one) => (one.no === after.no ? after : one)),
    }),
  ] as const;

export const planInterview = command(
  actions.planInterview,
  on(Applications, (path) => path.applicationId),
  ({ body, now }, application) => {
    throwIf(refusalOfEnd(application));
    requireAhead(body, now);
    const { interviews } = application;
    if (interviews.length >= MOST_INTERVIEWS)
      throw refused('interview.too_many', `An application has ${MOST_INTERVIEWS} interviews at most.`, 'path.applicationId', {
        most: MOST_INTERVIEWS,
      });
    const planned: Interview = { ...body, no: interviews.length + 1, state: 'planned', sequence: 0, mail: 'wanted' };
    return [update(Applications, application, { ...application, interviews: [...interviews, planned] })];
  },
  applicationView,
);

export const moveInterview = command(
  actions.moveInterview,
  on(Applications, (path) => path.applicationId),
  ({ body, path, now }, application) => {
    throwIf(refusalOfEnd(application));
    const before = interviewOf(application, path.no);
    requirePlanned(before);
    requireAhead(body, now);
    return replaced(application, { ...before, ...body, sequence: before.sequence + 1, mail: 'wanted' });
  },
  applicationView,
);

export const cancelInterview = command(
  actions.cancelInterview,
  on(Applications, (path) => path.applicationId),
  ({ path }, application) => {
    const before = interviewOf(application, path.no);
    requirePlanned(before);
    return replaced(application, { ...before, state: 'cancelled', sequence: before.sequence + 1, mail: 'wanted' });
  },
  applicationView,
);

export const getInterviewFile = query(
  actions.getInterviewFile,
  ({ path }) => ({ application: required(Applications, path.applicationId, 'path.applicationId') }),
  async ({ application, path, company, records, caller, now }) => {
    if (!mayFor(caller, 'recruiting.read', application, Applications))
      throw notFound(Applications.kind, application.id, 'path.applicationId');
    const interview = interviewOf(application, path.no);
    const file = await records.get(CandidateFiles, candidateFileId(application.candidateId));
    const summary = interviewSubject(application, 'company');
    const meeting = { applicationId: application.id, interview, summary, company, guests: invitedTo(interview, file?.email), stamp: now };
    return { fileName: `entrevista-${interview.no}.ics`, text: calendarFile(meeting) };
  },
);
