import { type Application, Applications, type StoredApplication, shownScorecards } from '#domain/hr/recruiting/application.ts';
import { applicationRow } from '#domain/hr/recruiting/application-view.ts';
import {
  type Candidate,
  type CandidateConsent,
  type CandidateFile,
  CandidateFiles,
  Candidates,
  candidateFileId,
  candidateKeptUntil,
  mergedFile,
} from '#domain/hr/recruiting/candidate.ts';
import { isOfferOpen, type Offer, offerToken } from '#domain/hr/recruiting/offer.ts';
import type { StoredVacancy } from '#domain/hr/recruiting/vacancy.ts';
import { type IsoDate, latest } from '#kernel/date.ts';
import { type Changes, create, plain, update } from '#kernel/record.ts';
import { type Caller, may } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
import { otherApplications } from './other-applications.ts';
import { seesPay } from './vacancies.ts';

interface World {
  readonly records: Records;
  readonly caller: Caller;
  readonly tenant: string;
  readonly now: Date;
}

export const offerLink = ({ domain }: Offer, tenant: string, applicationId: string, secret: string): string =>
  `https://${domain}/job-offers/${offerToken(tenant, applicationId, secret)}`;

/** The link of an offer that is open: for whoever makes offers. */
function openLink({ id, offer, stage }: StoredApplication, file: CandidateFile | undefined, { caller, tenant, now }: World) {
  if (!offer || stage !== 'offer' || !isOfferOpen(offer, now.toISOString()) || !may(caller, 'recruiting.write')) return {};
  const secret = file?.links.find(({ applicationId }) => applicationId === id)?.secret;
  return secret ? { link: offerLink(offer, tenant, id, secret) } : {};
}

/** An application with whose it is. */
export async function applicationView(application: StoredApplication, world: World) {
  const { records, caller } = world;
  const { candidateId } = application;
  const [candidate, file] = await Promise.all([
    records.getOrThrow(Candidates, candidateId),
    records.get(CandidateFiles, candidateFileId(candidateId)),
  ]);
  const { others, sameAddress, merged } = await otherApplications(records, caller, application, candidate);
  return {
    ...applicationRow(application, seesPay(caller)),
    email: file?.email,
    phone: file?.phone,
    keepUntil: candidate.keepUntil,
    ...{ others, sameAddress, merged },
    scorecards: shownScorecards(application, caller.email),
    scoredOwn: application.scorecards.some(({ by }) => by === caller.email),
    ...openLink(application, file, world),
  };
}

export type Told = Pick<CandidateFile, 'givenName' | 'familyName' | 'email' | 'language'> & { readonly phone?: string };

export const applicationIdOf = (tenant: string, vacancyId: string, email: string): string => idFrom('apl', tenant, vacancyId, email);

interface Applying {
  readonly told: Told;
  readonly vacancy: StoredVacancy;
  readonly consent: CandidateConsent;
  readonly source: string | undefined;
  readonly today: IsoDate;
}
/**
 * Who applies, and what is written of them. Whoever applies from outside by an address that is known is somebody of their own until a
 * person merges them: an address proves nobody, so it neither changes what is known, nor opens it, nor keeps it for longer.
 */
async function applicantOf(records: Records, { told, vacancy, consent }: Pick<Applying, 'told' | 'vacancy' | 'consent'>) {
  const first = idFrom('cnd', records.tenant, told.email);
  const before = await records.get(Candidates, first);
  const known = before?.erasedOn === undefined ? before : undefined;
  const fresh = (id: string) => create(CandidateFiles, candidateFileId(id), mergedFile(undefined, { ...told, candidateId: id }, consent));
  if (known && consent.by === 'candidate') {
    const id = idFrom('cnd', records.tenant, told.email, vacancy.id);
    return { id, before: undefined, known: undefined, like: { sameAddressAs: first }, files: [fresh(id)] };
  }
  const file = known && (await records.get(CandidateFiles, candidateFileId(first)));
  const files = file
    ? [update<CandidateFile>(CandidateFiles, file, mergedFile(file, { ...told, candidateId: first }, consent))]
    : [fresh(first)];
  return { id: first, before, known, like: {}, files };
}

/** Somebody applies. Whom the company enters by an address that is known is the same person, whose data are kept as long as they last agreed. */
export async function applicationChanges(records: Records, applying: Applying): Promise<Changes<Application>> {
  const { told, vacancy, consent, source, today } = applying;
  const { id: candidateId, before, known, like, files } = await applicantOf(records, applying);
  const candidateName = `${told.givenName} ${told.familyName}`;
  const until = candidateKeptUntil(today, consent.months);
  const id = applicationIdOf(records.tenant, vacancy.id, told.email);
  const candidate = {
    ...(known ? plain(known) : {}),
    ...like,
    keepUntil: known ? latest(known.keepUntil, until) : until,
    applicationIds: [...(before?.applicationIds ?? []), id],
  };
  const application: Application = {
    ...{ candidateId, candidateName, vacancyId: vacancy.id, vacancyTitle: vacancy.title },
    ...{ language: told.language, appliedOn: today, stage: 'received', interviews: [], scorecards: [] },
    ...(vacancy.managerId ? { managerId: vacancy.managerId } : {}),
    ...(source ? { source } : {}),
    ...(consent.by === 'candidate' ? { consent } : {}),
  };
  return [
    create(Applications, id, application),
    before ? update<Candidate>(Candidates, before, candidate) : create(Candidates, candidateId, candidate),
    ...files,
  ];
}
