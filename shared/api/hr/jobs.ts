import * as z from 'zod/mini';
import { JobApplicationInput } from '#domain/hr/recruiting/job-form.ts';
import { CONTRACT_KINDS } from '#domain/hr/recruiting/vacancy.ts';
import { defineModule } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';

const company = z.string().check(z.regex(/^[a-z][a-z0-9-]{1,30}$/, 'must be the name of a company'));
const JobPath = z.strictObject({ company, vacancyId: idWith('vac') });
const JobView = z.object({
  id: z.string(),
  title: z.string(),
  department: z.optional(z.string()),
  workplace: z.optional(z.string()),
  contract: z.enum(CONTRACT_KINDS),
  description: z.optional(z.string()),
});
const Employer = z.object({ name: z.string(), email: z.string() });

/** What everybody may see and send: the vacancies that a company has published, and an application for one. */
const ABOUT = { title: 'Published jobs', sealsPersonal: true } as const;
export const jobs = defineModule('hr/jobs', ABOUT, {
  listJobs: {
    route: 'GET /jobs/{company}',
    summary: 'List the jobs that a company has published',
    permission: 'public',
    profile: 'uploads',
    path: z.strictObject({ company }),
    output: z.object({ company: Employer, items: z.array(JobView) }),
    errors: ['job.not_found'],
  },
  getJob: {
    route: 'GET /jobs/{company}/{vacancyId}',
    summary: 'Get a published job, with the form to apply for it',
    description: 'The token of the form belongs to this job, and is taken from three seconds to twelve hours later.',
    permission: 'public',
    profile: 'uploads',
    path: JobPath,
    output: z.object({
      ...JobView.shape,
      company: Employer,
      form: z.string(),
      consent: z.object({ es: z.string(), en: z.string() }),
    }),
    errors: ['job.not_found'],
  },
  applyForJob: {
    route: 'POST /jobs/{company}/{vacancyId}/applications',
    summary: 'Apply for a published job; answers with a link to upload the CV to, where there is one',
    description:
      'Whoever has applied already gets the same answer. The CV stays in quarantine until it was checked by its bytes: what is no document or picture, or runs, is refused. Ten applications an hour are taken for one job from one network address, 300 by one company.',
    permission: 'public',
    profile: 'uploads',
    path: JobPath,
    body: JobApplicationInput,
    output: z.object({
      received: z.literal(true),
      upload: z.optional(z.object({ method: z.literal('PUT'), url: z.string(), expiresAt: z.string(), maxBytes: z.int() })),
    }),
    status: 200,
    errors: ['job.not_found', 'job_form.invalid', 'job_form.too_soon', 'job_form.expired'],
    example: {
      body: {
        form: '1764633600000.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
        givenName: 'Irene',
        familyName: 'Luna',
        email: 'irene@example.com',
        language: 'es',
        consent: true,
      },
    },
  },
});
