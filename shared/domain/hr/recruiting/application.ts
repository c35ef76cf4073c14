import * as z from 'zod/mini';
import { type ActionRules, type Refusal, refusal } from '#kernel/errors.ts';
import { dated, recordType, type Stored } from '#kernel/record.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { CANDIDATE_LANGUAGES, CandidateConsent } from './candidate.ts';
import { Interview } from './interview.ts';
import { isOfferOpen, Offer } from './offer.ts';

/** Where an application stands; the last three are ends. `accepted`: the offer was, and the employee is still to be made of it. */
export const STAGES = ['received', 'screening', 'interview', 'offer', 'accepted', 'hired', 'refused', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];
/** What people move it to by hand. */
export const MOVABLE_STAGES = ['received', 'screening', 'interview'] as const;
type MovableStage = (typeof MOVABLE_STAGES)[number];
/** The columns of a board. */
export const BOARD_STAGES = ['received', 'screening', 'interview', 'offer', 'accepted'] as const;
const IN_QUESTION: readonly Stage[] = ['received', 'screening', 'interview', 'offer'];
const NEXT: Readonly<Record<Stage, readonly Stage[]>> = {
  received: ['screening', 'interview', 'offer', 'refused', 'withdrawn'],
  screening: ['received', 'interview', 'offer', 'refused', 'withdrawn'],
  interview: ['received', 'screening', 'offer', 'refused', 'withdrawn'],
  offer: ['received', 'screening', 'interview', 'accepted', 'refused', 'withdrawn'],
  accepted: ['hired', 'withdrawn'],
  hired: [],
  // Taken up again, for as long as nobody has been told.
  refused: ['received', 'screening', 'interview'],
  withdrawn: [],
};

export const ScorecardInput = z.strictObject({
  verdict: z.enum(['no', 'doubt', 'yes']),
  /** From 1 to 5, by what it is of. */
  scores: z._default(
    z.array(z.strictObject({ what: text(60), score: z.int().check(z.minimum(1), z.maximum(5)) })).check(z.maxLength(12)),
    [],
  ),
  text: z.optional(text(2000)),
});
const Scorecard = z.extend(storedOf(ScorecardInput), { by: z.string(), at: z.string() });

export const Application = z.object({
  candidateId: z.string(),
  candidateName: z.string(),
  vacancyId: z.string(),
  vacancyTitle: z.string(),
  /** Who will lead whoever is hired. */
  managerId: z.exactOptional(z.string()),
  language: z.enum(CANDIDATE_LANGUAGES),
  appliedOn: z.string(),
  source: z.exactOptional(z.string()),
  /** What was agreed to with it from outside: who is not signed in opens no file to write it there. */
  consent: z.exactOptional(CandidateConsent),
  stage: z.enum(STAGES),
  interviews: list(Interview),
  scorecards: list(Scorecard),
  offer: z.exactOptional(Offer),
  /** Why it came to nothing. */
  reason: z.exactOptional(z.string()),
  /** A mail says so to whoever is refused, from an instant on; noted before it leaves. */
  refusal: z.exactOptional(
    z.object({ mail: z.enum(['wanted', 'stopped', 'sent', 'unsent']), at: z.string(), from: z.enum(MOVABLE_STAGES) }),
  ),
  /** Why no employee could be made of it: the code of the refusal, and what it says. */
  obstacle: z.exactOptional(z.object({ code: z.string(), detail: z.string() })),
  employeeId: z.exactOptional(z.string()),
});
export type Application = Readonly<z.output<typeof Application>>;
export type StoredApplication = Stored<Application>;

/** The queue of refusals that are still to be written. */
export const REFUSALS = 'refusals';
/** Where it waits: on the board of its vacancy, by stage, or for its mail. */
function waitsIn({ stage, vacancyId, appliedOn, refusal: refused }: Application, id: string) {
  if (stage === 'refused' && refused?.mail === 'wanted') return { queue: REFUSALS, sort: `${refused.at}#${id}` };
  return hasStageEnded(stage) ? undefined : { queue: stage, sort: `${vacancyId}#${appliedOn}#${id}` };
}
/** The part of a stage's queue that is of one vacancy. */
export const onBoardOf = (vacancyId: string) => ({ from: `${vacancyId}#`, to: `${vacancyId}#~` });

export const Applications = recordType<Application, Stage>({
  kind: 'application',
  prefix: 'apl',
  data: Application,
  history: 'all',
  list: dated({ date: (a) => a.appliedOn, party: (a) => a.vacancyId, words: (a) => [a.candidateName, a.vacancyTitle] }),
  open: waitsIn,
  lifecycle: { of: (a) => a.stage, next: NEXT },
  state: (a) => a.stage,
  tones: {
    ...{ received: 'warn', screening: 'calm', interview: 'calm', offer: 'warn', accepted: 'warn' },
    ...{ hired: 'good', refused: 'plain', withdrawn: 'plain' },
  },
  summary: (a) => ({ title: a.candidateName, subtitle: [a.vacancyTitle], date: a.appliedOn }),
  related: (a) => [a.vacancyId, a.employeeId],
  person: (a) => a.managerId ?? '',
  screen: '/people/applications',
  icon: 'users',
  read: 'recruiting.read',
});

export const hasStageEnded = (stage: Stage): boolean => stage === 'hired' || stage === 'refused' || stage === 'withdrawn';
const FIELD = 'path.applicationId';
const SAID: Readonly<Record<Stage, string>> = {
  ...{ received: 'received', screening: 'being looked at', interview: 'in interviews', offer: 'offered the job' },
  ...{ accepted: 'accepted', hired: 'hired', refused: 'refused', withdrawn: 'withdrawn' },
};
/** Why nothing more is done with it. */
export function refusalOfEnd({ stage }: Pick<Application, 'stage'>): Refusal | undefined {
  if (IN_QUESTION.includes(stage)) return undefined;
  return refusal('application.ended', `The candidate is ${SAID[stage]}: go on with another application.`, FIELD, { stage });
}
/** One offer at a time: another is made once that is answered, has run out or was withdrawn. */
export function refusalOfOpenOffer(application: Pick<Application, 'stage' | 'offer'>, now: string): Refusal | undefined {
  const { stage, offer } = application;
  return (
    refusalOfEnd(application) ??
    (stage === 'offer' && offer && isOfferOpen(offer, now)
      ? refusal('application.offered', 'An offer waits for its answer: withdraw it first, or wait until it runs out.', FIELD, {
          until: offer.expiresAt,
        })
      : undefined)
  );
}
const refusalOfReopening = ({ stage, refusal: refused }: Pick<Application, 'stage' | 'refusal'>): Refusal | undefined => {
  if (stage !== 'refused' || !refused)
    return refusal('application.not_refused', 'The candidate is not refused: there is nothing to take back.', FIELD);
  return refused.mail === 'sent' ? refusal('application.told', 'The candidate has been told: enter a new application.', FIELD) : undefined;
};
const refusalOfWithdrawal = ({ stage, offer }: Pick<Application, 'stage' | 'offer'>): Refusal | undefined =>
  stage === 'offer' && offer && !offer.answered
    ? undefined
    : refusal('offer.none', 'No offer waits for an answer: there is nothing to withdraw.', FIELD);
const refusalOfHire = ({ stage }: Pick<Application, 'stage'>): Refusal | undefined =>
  stage === 'accepted' ? undefined : refusal('application.not_accepted', 'No offer was accepted that is still to be carried out.', FIELD);
/** Why an application takes an action at an instant or not. */
export const applicationActions = (now: string) =>
  ({
    moveApplication: (application: StoredApplication) => refusalOfMove(application, undefined, now),
    planInterview: refusalOfEnd,
    giveScorecard: refusalOfEnd,
    refuseApplication: refusalOfEnd,
    reopenApplication: refusalOfReopening,
    makeOffer: (application: StoredApplication) => refusalOfOpenOffer(application, now),
    withdrawOffer: refusalOfWithdrawal,
    hireCandidate: refusalOfHire,
  }) as const satisfies ActionRules<StoredApplication>;
/** Of two people at one application the second is told, and not taken further from where they did not see it. */
export function refusalOfMove(
  application: Pick<Application, 'stage' | 'offer'>,
  from: Stage | undefined,
  now: string,
): Refusal | undefined {
  if (from && from !== application.stage)
    return {
      ...refusal('application.moved', `Somebody has moved it meanwhile: it is ${SAID[application.stage]}. Look at it anew.`, 'body.from', {
        stage: application.stage,
      }),
      kind: 'conflict',
    };
  return refusalOfOpenOffer(application, now);
}
/** One's own scorecard stands once others' can be read: nobody writes what others wrote. */
export function refusalOfScorecard(application: Pick<Application, 'stage' | 'scorecards'>, by: string): Refusal | undefined {
  const { scorecards } = application;
  const isOthersRead = scorecards.some((card) => card.by === by) && scorecards.some((card) => card.by !== by);
  return (
    refusalOfEnd(application) ??
    (isOthersRead
      ? refusal('scorecard.given', 'Your scorecard stands, since you can read those of others: write a note instead.', FIELD)
      : undefined)
  );
}
/** The scorecards that somebody may see: all once they have given theirs, else none. */
export const shownScorecards = ({ scorecards }: Pick<Application, 'scorecards'>, by: string) =>
  scorecards.some((card) => card.by === by) ? [...scorecards] : [];

/** Where it goes back to when it is refused no more, or its offer is withdrawn. */
export const stageBefore = ({ stage, interviews }: Pick<Application, 'stage' | 'interviews'>): MovableStage =>
  (MOVABLE_STAGES as readonly Stage[]).includes(stage) ? (stage as MovableStage) : interviews.length > 0 ? 'interview' : 'screening';
