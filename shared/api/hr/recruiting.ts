import * as z from 'zod/mini';
import { applicationActions, MOVABLE_STAGES, ScorecardInput, STAGES } from '#domain/hr/recruiting/application.ts';
import { ApplicationInput, ApplicationRow, ApplicationView } from '#domain/hr/recruiting/application-view.ts';
import { InterviewInput } from '#domain/hr/recruiting/interview.ts';
import { OfferInput } from '#domain/hr/recruiting/offer.ts';
import { REFUSAL_SOURCES, RefusalTexts } from '#domain/hr/recruiting/refusal-texts.ts';
import { VACANCY_STATES, VacancyInput, VacancyView } from '#domain/hr/recruiting/vacancy.ts';
import { defineModule, type WorkerSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { anyOf, datedQuery, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { withActions } from '../flow.ts';

const VacancyPath = z.strictObject({ vacancyId: idWith('vac') });
const ApplicationPath = z.strictObject({ applicationId: idWith('apl') });
const InterviewPath = z.strictObject({
  applicationId: idWith('apl'),
  no: z.string().check(z.regex(/^\d{1,3}$/, 'must be the number of an interview')),
});
const ENDED = ['application.not_found', 'application.ended'] as const;

const workers = {
  followApplications: {
    file: 'follow-applications.event',
    summary: 'Writes to candidates and interviewers, once, and makes employees of accepted offers',
    on: { changes: ['application'] },
    grants: ['records:write', 'mail:send'],
    timeoutSeconds: 60,
  },
  sendRefusals: {
    file: 'send-refusals.event',
    summary: 'Writes to whoever was refused, once the time has passed in which it can be stopped',
    on: { schedule: 'cron(20 * * * ? *)' },
    grants: ['records:write', 'mail:send'],
    timeoutSeconds: 900,
  },
  eraseCandidates: {
    file: 'erase-candidates.event',
    summary: 'Erases candidates on the day after the last for which they agreed to be kept, with their files',
    on: { schedule: 'cron(40 4 * * ? *)' },
    grants: ['records:write'],
    timeoutSeconds: 900,
  },
} as const satisfies Record<string, WorkerSpec>;

const vacancies = {
  createVacancy: {
    route: 'POST /recruiting/vacancies',
    summary: 'Ask for people: a vacancy with its budget',
    permission: 'recruiting.write',
    body: VacancyInput,
    output: VacancyView,
    errors: ['employee.not_found'],
    example: { body: { title: 'Dependienta', workplace: 'Vigo', budget: { amount: '19000.00', currency: 'EUR' } } },
  },
  approveVacancy: {
    route: 'POST /recruiting/vacancies/{vacancyId}/approval',
    summary: 'Approve a vacancy that somebody else asked for: it is open',
    permission: 'recruiting.write',
    path: VacancyPath,
    output: VacancyView,
    status: 200,
    errors: ['vacancy.not_found', 'vacancy.state', 'vacancy.same_person'],
  },
  closeVacancy: {
    route: 'POST /recruiting/vacancies/{vacancyId}/closing',
    summary: 'Close a vacancy: nobody applies any more',
    permission: 'recruiting.write',
    path: VacancyPath,
    output: VacancyView,
    status: 200,
    errors: ['vacancy.not_found', 'vacancy.state'],
  },
  publishVacancy: {
    route: 'PUT /recruiting/vacancies/{vacancyId}/publication',
    summary: 'Put an open vacancy on the public page of jobs, or take it off',
    permission: 'recruiting.write',
    path: VacancyPath,
    body: z.strictObject({ published: z.boolean() }),
    output: VacancyView,
    errors: ['vacancy.not_found', 'vacancy.state'],
    example: { body: { published: true } },
  },
  setRefusalMail: {
    route: 'PUT /recruiting/vacancies/{vacancyId}/refusal-mail',
    summary: 'Set what the mail to whoever is refused says for a vacancy, by language',
    description:
      'Without a text it is that of the company, or of the house. Greeting, signature and how long their data are kept are written around it.',
    permission: 'recruiting.write',
    path: VacancyPath,
    body: z.strictObject({ texts: RefusalTexts }),
    output: VacancyView,
    errors: ['vacancy.not_found'],
    example: { body: { texts: { es: 'Hemos elegido a otra persona con más experiencia en tienda. Gracias por su tiempo.' } } },
  },
  getRefusalTexts: {
    route: 'GET /recruiting/refusal-mail',
    summary: 'Get what the mail to whoever is refused says for vacancies that have no words of their own',
    permission: 'recruiting.write',
    output: RefusalTexts,
  },
  putRefusalTexts: {
    route: 'PUT /recruiting/refusal-mail',
    summary: 'Set what the mail to whoever is refused says for vacancies that have no words of their own, by language',
    permission: 'recruiting.write',
    body: z.strictObject({ texts: RefusalTexts }),
    output: RefusalTexts,
    example: { body: { texts: { es: 'Hemos elegido a otra persona. Gracias por su tiempo.' } } },
  },
  getVacancy: {
    route: 'GET /recruiting/vacancies/{vacancyId}',
    summary: 'Get a vacancy with its board: applications in question by stage, two hundred of each at most',
    description: 'Its budget is shown to those alone who hire, or see what others earn.',
    permission: 'recruiting.read',
    path: VacancyPath,
    output: z.object({ ...VacancyView.shape, applications: z.array(ApplicationRow) }),
    errors: ['vacancy.not_found'],
  },
  listVacancies: {
    route: 'GET /recruiting/vacancies',
    summary: 'List vacancies by title',
    description: 'Those whom a manager will lead alone, of a manager.',
    permission: 'recruiting.read',
    query: z.strictObject({
      ...pageQuery,
      order: z._default(z.enum(['asc', 'desc']), 'asc'),
      q: searchWords,
      state: z.optional(anyOf(VACANCY_STATES)),
    }),
    output: pageOf(VacancyView),
  },
} as const;

const applications = {
  createApplication: {
    route: 'POST /recruiting/applications',
    summary: 'Enter an application; who applied before, by the same address, is the same person',
    description: 'The CV is attached to it (`POST /attachments`): it stays in quarantine until it was checked.',
    permission: 'recruiting.write',
    body: ApplicationInput,
    output: ApplicationView,
    errors: ['vacancy.not_found', 'vacancy.state', 'application.exists'],
    example: {
      body: { vacancyId: 'vac_01JDG8ZK5T7QWERTY2MNPQRSTV', givenName: 'Irene', familyName: 'Luna', email: 'irene@example.com' },
    },
  },
  moveApplication: {
    route: 'POST /recruiting/applications/{applicationId}/stage',
    summary: 'Move an application to another stage',
    description: '`from` is the stage in which it was seen: where somebody has moved it meanwhile, it is refused (409).',
    permission: 'recruiting.assess',
    path: ApplicationPath,
    body: z.strictObject({ stage: z.enum(MOVABLE_STAGES), from: z.optional(z.enum(STAGES)) }),
    output: ApplicationView,
    status: 200,
    errors: [...ENDED, 'application.offered', 'application.moved'],
    example: { body: { stage: 'interview', from: 'screening' } },
  },
  planInterview: {
    route: 'POST /recruiting/applications/{applicationId}/interviews',
    summary: 'Plan an interview: candidate and interviewers are written to, with a file for their calendars',
    permission: 'recruiting.assess',
    path: ApplicationPath,
    body: InterviewInput,
    output: ApplicationView,
    status: 200,
    errors: [...ENDED, 'interview.too_many', 'interview.past'],
    example: { body: { at: '2027-01-11T09:00:00Z', place: 'Sala 2', with: ['ana@lumbre.example'] } },
  },
  moveInterview: {
    route: 'PUT /recruiting/applications/{applicationId}/interviews/{no}',
    summary: 'Move an interview to another time, place or people: calendars move it',
    permission: 'recruiting.assess',
    path: InterviewPath,
    body: InterviewInput,
    output: ApplicationView,
    errors: [...ENDED, 'interview.not_found', 'interview.past', 'interview.cancelled'],
    example: { body: { at: '2027-01-12T09:00:00Z', place: 'Sala 2', with: ['ana@lumbre.example'] } },
  },
  cancelInterview: {
    route: 'POST /recruiting/applications/{applicationId}/interviews/{no}/cancellation',
    summary: 'Cancel an interview: calendars take it out',
    permission: 'recruiting.assess',
    path: InterviewPath,
    output: ApplicationView,
    status: 200,
    errors: ['application.not_found', 'interview.not_found', 'interview.cancelled'],
  },
  getInterviewFile: {
    route: 'GET /recruiting/applications/{applicationId}/interviews/{no}',
    summary: 'An interview as calendars take it (iCalendar)',
    permission: 'recruiting.read',
    path: InterviewPath,
    output: z.object({ fileName: z.string(), text: z.string() }),
    errors: ['application.not_found', 'interview.not_found'],
  },
  giveScorecard: {
    route: 'POST /recruiting/applications/{applicationId}/scorecards',
    summary: 'Give one’s own scorecard: those of others are shown from then on',
    description: 'Given again it replaces one’s own, for as long as nobody else has given theirs.',
    permission: 'recruiting.assess',
    path: ApplicationPath,
    body: ScorecardInput,
    output: ApplicationView,
    status: 200,
    errors: [...ENDED, 'scorecard.given'],
    example: { body: { verdict: 'yes', scores: [{ what: 'Trato', score: 4 }] } },
  },
  refuseApplication: {
    route: 'POST /recruiting/applications/{applicationId}/refusal',
    summary: 'Refuse an application: a mail says so a day later, unless it is stopped',
    permission: 'recruiting.write',
    path: ApplicationPath,
    body: z.strictObject({ reason: text(200), mail: z._default(z.boolean(), true) }),
    output: ApplicationView,
    dryRun: true,
    status: 200,
    errors: [...ENDED],
    example: { body: { reason: 'Otra candidatura con más experiencia' } },
  },
  getRefusalMail: {
    route: 'GET /recruiting/applications/{applicationId}/refusal-mail',
    summary: 'Get the mail that a refusal sends, as it would leave now, and whose words it has',
    permission: 'recruiting.write',
    path: ApplicationPath,
    output: z.object({ subject: z.string(), text: z.string(), source: z.enum(REFUSAL_SOURCES) }),
    errors: ['application.not_found'],
  },
  reopenApplication: {
    route: 'POST /recruiting/applications/{applicationId}/reopening',
    summary: 'Take a refusal back, for as long as its mail has not left',
    permission: 'recruiting.write',
    path: ApplicationPath,
    output: ApplicationView,
    status: 200,
    errors: ['application.not_found', 'application.not_refused', 'application.told'],
  },
  makeOffer: {
    route: 'POST /recruiting/applications/{applicationId}/offer',
    summary: 'Offer the job: the candidate is sent a link by which it is answered once',
    description: 'The link works until it is answered, withdrawn or has run out.',
    permission: 'recruiting.write',
    path: ApplicationPath,
    body: OfferInput,
    output: ApplicationView,
    status: 200,
    errors: [
      ...([...ENDED, 'application.offered', 'offer.over_budget', 'offer.date', 'offer.below_minimum_wage', 'vacancy.state'] as const),
      ...(['salary-table.not_found', 'salary_table.no_row', 'payroll.below_table'] as const),
    ],
    example: { body: { startDate: '2027-01-07', annual: { amount: '18500.00', currency: 'EUR' }, trialMonths: 2 } },
  },
  withdrawOffer: {
    route: 'POST /recruiting/applications/{applicationId}/offer/withdrawal',
    summary: 'Withdraw an offer that has not been answered: its link works no more',
    permission: 'recruiting.write',
    path: ApplicationPath,
    output: ApplicationView,
    status: 200,
    errors: ['application.not_found', 'offer.none'],
  },
  hireCandidate: {
    route: 'POST /recruiting/applications/{applicationId}/hiring',
    summary: 'Make an employee of whoever accepted, where that could not be done by itself',
    permission: 'recruiting.write',
    path: ApplicationPath,
    output: ApplicationView,
    status: 200,
    errors: ['application.not_found', 'application.not_accepted', 'candidate.erased', 'employee.manager'],
  },
  mergeCandidates: {
    route: 'POST /recruiting/applications/{applicationId}/merger',
    summary: 'Tell that the candidates of two applications are one person',
    description: 'Each keeps what is known of them, their applications and their own day of erasure.',
    permission: 'recruiting.write',
    path: ApplicationPath,
    body: z.strictObject({ applicationId: idWith('apl') }),
    output: ApplicationView,
    status: 200,
    errors: ['application.not_found', 'candidate.not_found', 'candidate.erased', 'candidate.same', 'candidate.too_many'],
    example: { body: { applicationId: 'apl_01JDG8ZK5T7QWERTY2MNPQRSTV' } },
  },
  splitCandidate: {
    route: 'POST /recruiting/applications/{applicationId}/split',
    summary: 'Tell that the candidate of an application is somebody else again: undoes a merger, while nobody of them was hired',
    permission: 'recruiting.write',
    path: ApplicationPath,
    output: ApplicationView,
    status: 200,
    errors: ['application.not_found', 'candidate.not_found', 'candidate.not_merged', 'candidate.hired'],
  },
  getApplication: {
    route: 'GET /recruiting/applications/{applicationId}',
    summary: 'Get an application; scorecards of others once one has given one’s own',
    permission: 'recruiting.read',
    path: ApplicationPath,
    output: withActions(ApplicationView, applicationActions('')),
    errors: ['application.not_found'],
  },
  listApplications: {
    route: 'GET /recruiting/applications',
    summary: 'List applications by their day',
    permission: 'recruiting.read',
    query: z.strictObject({ ...datedQuery, vacancy: z.optional(idWith('vac')), stage: z.optional(anyOf(STAGES)) }),
    output: pageOf(ApplicationRow),
    errors: ['company.not_found'],
  },
} as const;

const ABOUT = { title: 'Recruiting', opensPersonal: true, workers } as const;
export const recruiting = defineModule('hr/recruiting', ABOUT, { ...vacancies, ...applications });
