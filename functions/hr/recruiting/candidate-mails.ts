import { Applications, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { calendarFile } from '#domain/hr/recruiting/calendar-file.ts';
import { type CandidateFile, CandidateFiles, candidateFileId } from '#domain/hr/recruiting/candidate.ts';
import { type CandidateLetter, interviewLetter, interviewSubject, offerLetter } from '#domain/hr/recruiting/candidate-letter.ts';
import { type Interview, invitedTo } from '#domain/hr/recruiting/interview.ts';
import type { Offer } from '#domain/hr/recruiting/offer.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { update } from '#kernel/record.ts';
import { type Letter, sendMail } from '#runtime/mail.ts';
import type { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { offerLink } from './application-store.ts';
import { refusalMailOf } from './refusal-mail.ts';

interface Written {
  readonly records: Records;
  readonly application: StoredApplication;
  readonly file: CandidateFile | undefined;
  readonly company: StoredCompany;
}
const sends = (): boolean => process.env.MAIL_FROM !== undefined;
const letterOf = ({ company, records, application }: Written, to: string, { subject, text }: CandidateLetter): Letter => ({
  ...{ to, replyTo: company.email, subject, text },
  about: { tenant: records.tenant, record: application.id },
});
const aboutOf = ({ company, file, application }: Written) => ({ company: company.name, givenName: file?.givenName ?? '', application });

/** Day and time of an instant where the company is. */
const whenIn = (timeZone: string, at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));

async function inviteTo(written: Written, interview: Interview): Promise<void> {
  const { application, company, file } = written;
  const guests = invitedTo(interview, file?.email);
  const stamp = written.records.stamp.at;
  for (const to of guests) {
    const reader = to === file?.email ? ('candidate' as const) : ('company' as const);
    const when = whenIn(company.timeZone, interview.at, reader === 'company' ? 'es' : application.language);
    const text = calendarFile({
      ...{ applicationId: application.id, interview, company, guests, stamp },
      summary: interviewSubject(application, reader),
    });
    const type = `text/calendar; charset=utf-8; method=${interview.state === 'cancelled' ? 'CANCEL' : 'REQUEST'}`;
    await sendMail({
      ...letterOf(written, to, interviewLetter(aboutOf(written), interview, when, reader)),
      files: [{ name: 'entrevista.ics', type, bytes: new TextEncoder().encode(text) }],
    });
  }
}

async function writtenOf(records: Records, application: StoredApplication): Promise<Written> {
  const [{ company }, file] = await Promise.all([
    companyAndDay(records, records.stamp.at),
    records.get(CandidateFiles, candidateFileId(application.candidateId)),
  ]);
  return { records, application, file, company };
}

/** What is still to be written: interviews as they now stand, and an offer. */
const dueOf = ({ interviews, offer, stage }: StoredApplication) => ({
  interviews: interviews.filter(({ mail }) => mail === 'wanted'),
  offer: stage === 'offer' && offer?.mail === 'wanted' ? offer : undefined,
});

/** The application once all that is due has been noted as written, or as what cannot be. */
function notedAs(application: StoredApplication, mail: 'sent' | 'unsent'): StoredApplication {
  const { offer } = dueOf(application);
  return {
    ...application,
    interviews: application.interviews.map((one) => (one.mail === 'wanted' ? { ...one, mail } : one)),
    ...(offer ? { offer: { ...offer, mail } } : {}),
  };
}

async function sendOffer(written: Written, offer: Offer, file: CandidateFile): Promise<void> {
  const { application, records, company } = written;
  const secret = file.links.find(({ applicationId }) => applicationId === application.id)?.secret;
  if (!secret) return;
  const until = dateIn(company.timeZone, new Date(offer.expiresAt));
  const link = offerLink(offer, records.tenant, application.id, secret);
  await sendMail(letterOf(written, file.email, offerLetter(aboutOf(written), link, until)));
}

/**
 * Writes what is to be written of an application's interviews and its offer. That a mail leaves is noted before it does: after a
 * crash between the two there is one too few, never two.
 */
export async function writeToApplicant(records: Records, id: string): Promise<void> {
  const application = await records.get(Applications, id);
  if (!application) return;
  const { interviews, offer } = dueOf(application);
  if (interviews.length === 0 && !offer) return;
  const written = await writtenOf(records, application);
  const { file } = written;
  await records.commit([update(Applications, application, notedAs(application, sends() && file ? 'sent' : 'unsent'))]);
  if (!sends() || !file) return;
  for (const interview of interviews) await inviteTo(written, interview);
  if (offer) await sendOffer(written, offer, file);
}

/** Writes to whoever was refused, once. */
export async function writeRefusal(records: Records, application: StoredApplication): Promise<void> {
  const { refusal } = application;
  if (application.stage !== 'refused' || refusal?.mail !== 'wanted') return;
  const written = await writtenOf(records, application);
  const letter = await refusalMailOf(records, application, { company: written.company.name, file: written.file });
  const canSend = sends() && written.file !== undefined;
  const after = { ...application, refusal: { ...refusal, mail: canSend ? ('sent' as const) : ('unsent' as const) } };
  await records.commit([update(Applications, application, after)]);
  if (canSend && written.file) await sendMail(letterOf(written, written.file.email, letter));
}
