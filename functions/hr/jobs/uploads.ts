import { createHmac } from 'node:crypto';
import { jobs } from '#api/hr/jobs.ts';
import { Applications } from '#domain/hr/recruiting/application.ts';
import { KEPT_MONTHS } from '#domain/hr/recruiting/candidate.ts';
import { consentText, MAX_CV_BYTES } from '#domain/hr/recruiting/job-form.ts';
import { isPublished, PUBLISHED, type StoredVacancy, Vacancies } from '#domain/hr/recruiting/vacancy.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { missing, tooMany } from '#kernel/errors.ts';
import { plainQuery } from '#runtime/action.ts';
import { AlreadyThere, untilCommitted } from '#runtime/conflicts.ts';
import { serve } from '#runtime/http.ts';
import { openRecords } from '#runtime/open-work.ts';
import { Records } from '#runtime/records.ts';
import { countUse } from '#runtime/usage.ts';
import { receivedFile } from '../../platform/service.ts';
import { applicationChanges, applicationIdOf } from '../recruiting/application-store.ts';
import { requireForm, sealOf } from './form-seal.ts';

const { actions } = jobs;
interface Asking {
  readonly path: { readonly company: string };
  readonly now: Date;
  readonly request: string;
}
const open = ({ path, now, request }: Asking, action: string) => new Records(path.company, { by: 'candidate', request, action, at: now });
/** In the same words whether there is no such company, no such job, or none that is published. */
const notFound = () =>
  missing('job.not_found', 'There is no such job, or no more: look at what else the company offers.', 'path.vacancyId');

const jobView = ({ id, title, department, workplace, contract, description }: StoredVacancy) => ({
  ...{ id, title, contract },
  ...{ department, workplace, description },
});
const employerOf = ({ name, email }: StoredCompany) => ({ name, email });

const MOST_JOBS = 100;
export const listJobs = plainQuery(actions.listJobs, async (context) => {
  const records = open(context, 'listJobs');
  const company = await records.get(Companies, COMPANY_ID);
  if (!company) throw notFound();
  const items: ReturnType<typeof jobView>[] = [];
  for await (const vacancy of openRecords(records, Vacancies, PUBLISHED)) if (items.push(jobView(vacancy)) === MOST_JOBS) break;
  // Who offers nothing is not told of: nobody finds out by this page who works here.
  if (items.length === 0) throw notFound();
  return { company: employerOf(company), items };
});

async function published(records: Records, vacancyId: string) {
  const [company, vacancy] = await Promise.all([records.get(Companies, COMPANY_ID), records.get(Vacancies, vacancyId)]);
  if (!company || !vacancy || !isPublished(vacancy) || !vacancy.published) throw notFound();
  return { company, vacancy, key: vacancy.published.key };
}

export const getJob = plainQuery(actions.getJob, async (context) => {
  const { company, vacancy, key } = await published(open(context, 'getJob'), context.path.vacancyId);
  const openedAt = String(context.now.getTime());
  return {
    ...jobView(vacancy),
    company: employerOf(company),
    form: `${openedAt}.${sealOf(key, vacancy.id, openedAt)}`,
    consent: { es: consentText('es', company.name, KEPT_MONTHS), en: consentText('en', company.name, KEPT_MONTHS) },
  };
});

const MOST_OF_ADDRESS = 10;
const MOST_OF_COMPANY = 300;
const HOUR_SECONDS = 3600;
interface Counted {
  readonly company: string;
  readonly source: string;
  readonly key: string;
  readonly now: Date;
}
/** @throws DomainError `jobs.too_many` (429). Addresses are counted by job, as a hash under its key, and forgotten within hours. */
async function requireFew({ company, source, key, now }: Counted): Promise<void> {
  const of = (what: string) => countUse(`jobs#${what}`, HOUR_SECONDS, now);
  const [ofAddress, ofCompany] = await Promise.all([of(createHmac('sha256', key).update(source).digest('base64url')), of(company)]);
  if (ofAddress > MOST_OF_ADDRESS || ofCompany > MOST_OF_COMPANY)
    throw tooMany('jobs.too_many', 'More applications have come than people send: try again in an hour, or write to the company.', {
      most: ofAddress > MOST_OF_ADDRESS ? MOST_OF_ADDRESS : MOST_OF_COMPANY,
    });
}

export const applyForJob = plainQuery(actions.applyForJob, async (context) => {
  const { body, path, now, tenant: _, source } = context;
  const { form, cv, consent: __, website, phone, ...told } = body;
  const records = open(context, 'applyForJob');
  const { company, vacancy, key } = await published(records, path.vacancyId);
  requireForm(form, vacancy.id, key, now);
  await requireFew({ company: path.company, source, key, now });
  const received = { received: true as const };
  // What fills in what nobody sees is told the same as people are, and nothing is kept of it.
  if (website) return received;
  const today = dateIn(company.timeZone, now);
  const consent = { on: today, months: KEPT_MONTHS, by: 'candidate' as const, text: consentText(told.language, company.name, KEPT_MONTHS) };
  const applying = { told: { ...told, ...(phone ? { phone } : {}) }, vacancy, consent, source: 'web', today };
  const id = applicationIdOf(path.company, vacancy.id, told.email);
  const file = cv && (await receivedFile(records, { ...cv, record: id, only: 'papers' }, now));
  await untilCommitted(async () => {
    const known = await records.get(Applications, id);
    const changes = known ? [] : await applicationChanges(records, applying);
    if (changes.length > 0 || file) await records.commit([...changes, ...(file ? [file.change] : [])]);
  }).catch((error: unknown) => {
    // Sent twice at once: once is kept.
    if (!(error instanceof AlreadyThere)) throw error;
  });
  return file ? { ...received, upload: { ...file.upload, maxBytes: MAX_CV_BYTES } } : received;
});

export const handler = serve(jobs, { listJobs, getJob, applyForJob });
