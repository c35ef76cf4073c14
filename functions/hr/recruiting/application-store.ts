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
import { type Changes, create, update } from '#kernel/record.ts';
import { type Caller, may } from '#runtime/caller.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import type { Records } from '#runtime/records.ts';
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
  const [{ keepUntil }, file] = await Promise.all([
    records.getOrThrow(Candidates, candidateId),
    records.get(CandidateFiles, candidateFileId(candidateId)),
  ]);
  return {
    ...applicationRow(application, seesPay(caller)),
    email: file?.email,
    phone: file?.phone,
    keepUntil,
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
/** Somebody applies: who did before, by the same address, is the same person, whose data are kept as long as they last agreed. */
export async function applicationChanges(
  records: Records,
  { told, vacancy, consent, source, today }: Applying,
): Promise<Changes<Application>> {
  const { tenant } = records;
  const candidateId = idFrom('cnd', tenant, told.email);
  const [known, file] = await Promise.all([
    records.get(Candidates, candidateId),
    records.get(CandidateFiles, candidateFileId(candidateId)),
  ]);
  const until = candidateKeptUntil(today, consent.months);
  const id = applicationIdOf(tenant, vacancy.id, told.email);
  const candidate = {
    keepUntil: known && !known.erasedOn ? latest(known.keepUntil, until) : until,
    applicationIds: [...(known?.applicationIds ?? []), id],
  };
  const sealed = mergedFile(file, { ...told, candidateId }, consent);
  const application: Application = {
    ...{ candidateId, candidateName: `${told.givenName} ${told.familyName}`, vacancyId: vacancy.id, vacancyTitle: vacancy.title },
    ...{ language: told.language, appliedOn: today, stage: 'received', interviews: [], scorecards: [] },
    ...(vacancy.managerId ? { managerId: vacancy.managerId } : {}),
    ...(source ? { source } : {}),
  };
  return [
    create(Applications, id, application),
    known ? update<Candidate>(Candidates, known, candidate) : create(Candidates, candidateId, candidate),
    file ? update<CandidateFile>(CandidateFiles, file, sealed) : create(CandidateFiles, candidateFileId(candidateId), sealed),
  ];
}
