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
/**
 * Who applies, and what is written of them. Whoever applies from outside changes nothing of somebody who is known, and opens nothing
 * of them: an address proves nobody.
 */
async function applicantOf(records: Records, { told, consent }: Pick<Applying, 'told' | 'consent'>) {
  const id = idFrom('cnd', records.tenant, told.email);
  const fileId = candidateFileId(id);
  const sealed = (file?: CandidateFile) => mergedFile(file, { ...told, candidateId: id }, consent);
  const name = `${told.givenName} ${told.familyName}`;
  const before = await records.get(Candidates, id);
  const known = before?.erasedOn === undefined ? before : undefined;
  if (known && consent.by === 'candidate') {
    const earlier = await records.get(Applications, known.applicationIds.at(-1) ?? '');
    return { id, before, known, name: earlier?.candidateName ?? name, files: [] };
  }
  const file = known && (await records.get(CandidateFiles, fileId));
  const files = file ? [update<CandidateFile>(CandidateFiles, file, sealed(file))] : [create(CandidateFiles, fileId, sealed())];
  return { id, before, known, name, files };
}

/** Somebody applies: who did before, by the same address, is the same person, whose data are kept as long as they last agreed. */
export async function applicationChanges(records: Records, applying: Applying): Promise<Changes<Application>> {
  const { told, vacancy, consent, source, today } = applying;
  const { id: candidateId, before, known, name: candidateName, files } = await applicantOf(records, applying);
  const until = candidateKeptUntil(today, consent.months);
  const id = applicationIdOf(records.tenant, vacancy.id, told.email);
  const candidate = {
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
