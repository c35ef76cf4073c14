import * as z from 'zod/mini';
import { idWith } from '#kernel/id.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { Application, ScorecardInput, STAGES, type StoredApplication } from './application.ts';
import { CANDIDATE_LANGUAGES, KEPT_MONTHS, MOST_KEPT_MONTHS } from './candidate.ts';
import { InterviewView, interviewView } from './interview.ts';
import { OfferView, offerView } from './offer.ts';

const person = {
  givenName: text(60),
  familyName: text(100),
  email: z.email().check(z.maxLength(120), z.toLowerCase()),
  phone: z.optional(text(30)),
};
export const ApplicationInput = z.strictObject({
  vacancyId: idWith('vac'),
  ...person,
  /** In which they are written to. */
  language: z._default(z.enum(CANDIDATE_LANGUAGES), 'es'),
  source: z.optional(text(80)),
  /** They agreed that their data are kept for so many months. */
  consentMonths: z._default(z.int().check(z.minimum(1), z.maximum(MOST_KEPT_MONTHS)), KEPT_MONTHS),
});

export const ApplicationRow = z.object({
  id: z.string(),
  candidateId: z.string(),
  candidateName: z.string(),
  vacancyId: z.string(),
  vacancyTitle: z.string(),
  language: z.enum(CANDIDATE_LANGUAGES),
  appliedOn: z.string(),
  source: z.optional(z.string()),
  stage: z.enum(STAGES),
  interviews: z.array(InterviewView),
  offer: z.optional(OfferView),
  reason: z.optional(z.string()),
  refusal: z.optional(Application.shape.refusal),
  obstacle: z.optional(Application.shape.obstacle),
  employeeId: z.optional(z.string()),
  /** How many have given their scorecards. */
  scored: z.int(),
  ...stampFields,
});
/** Another application, as one line. */
const OtherApplication = z.object({
  id: z.string(),
  candidateName: z.string(),
  vacancyTitle: z.string(),
  appliedOn: z.string(),
  stage: z.enum(STAGES),
});
/** With whose it is, and the scorecards: once one's own is given. */
export const ApplicationView = z.object({
  ...ApplicationRow.shape,
  email: z.optional(z.string()),
  phone: z.optional(z.string()),
  keepUntil: z.string(),
  /** Of the same person. */
  others: z.array(OtherApplication),
  /** By the same address, of somebody whom nobody has merged with them. */
  sameAddress: z.array(OtherApplication),
  /** Several candidates are this person. */
  merged: z.boolean(),
  scorecards: z.array(z.object({ ...ScorecardInput.shape, by: z.string(), at: z.string() })),
  /** Whether the caller has given theirs. */
  scoredOwn: z.boolean(),
  /** Of an offer that is open, for whoever makes offers. */
  link: z.optional(z.string()),
});

/** @param pay whether whoever looks may see what is offered. */
export function applicationRow(application: StoredApplication, pay: boolean) {
  const { scorecards, offer, interviews, managerId: _, ...rest } = stamped(application);
  return {
    ...rest,
    interviews: interviews.map(interviewView),
    scored: scorecards.length,
    ...(offer ? { offer: offerView(offer, pay) } : {}),
  };
}
