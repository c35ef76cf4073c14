import { Button, Checkbox, FileInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { CV_NAME, MAX_CV_BYTES } from '#domain/hr/recruiting/job-form.ts';
import { openApi } from '../../api/client.ts';
import type { Answer, Row } from '../../api/contract.ts';
import { isProblem } from '../../api/problem.ts';
import { upload } from '../../api/upload.ts';
import styles from './jobs.module.css';
import { type SiteLanguage, WORDS } from './words.ts';

type Job = Answer<Row<'GET', '/jobs/{company}/{vacancyId}'>>;
interface Shown {
  readonly company: string;
  readonly language: SiteLanguage;
}
const LANGUAGE_NAMES: Readonly<Record<SiteLanguage, string>> = { es: 'Español', en: 'English' };
const preferred = (): SiteLanguage => (navigator.language.startsWith('en') ? 'en' : 'es');

/** The public pages of a company's jobs: `/jobs/<company>` and `/jobs/<company>/<vacancy>`, for whoever is not signed in. */
export default function JobsSite() {
  const [, , company = '', vacancyId] = window.location.pathname.split('/');
  const [language, setLanguage] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main className={styles.site}>
      {vacancyId ? (
        <JobPage company={company} vacancyId={vacancyId} language={language} />
      ) : (
        <JobList company={company} language={language} />
      )}
      <nav aria-label="Idioma · Language" className={styles.languages}>
        {(Object.keys(WORDS) as SiteLanguage[]).map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {LANGUAGE_NAMES[one]}
          </button>
        ))}
      </nav>
    </main>
  );
}

const placeOf = ({ department, workplace, contract }: Pick<Job, 'department' | 'workplace' | 'contract'>, language: SiteLanguage): string =>
  [department, workplace, WORDS[language].contracts[contract]].filter(Boolean).join(' · ');

function JobList({ company, language }: Shown) {
  const words = WORDS[language];
  const { data, error } = useQuery({
    queryKey: ['jobs', company],
    queryFn: async () => (await openApi.GET('/jobs/{company}', { params: { path: { company } } })).data,
  });
  useTitle(data ? `${words.jobs} · ${data.company.name}` : words.jobs);
  if (error) return <Gone words={words} />;
  if (!data) return <p role="status">…</p>;
  return (
    <>
      <p className={styles.employer}>{data.company.name}</p>
      <h1>{words.jobs}</h1>
      {data.items.length === 0 && <p>{words.none}</p>}
      <ul className={styles.jobs}>
        {data.items.map((job) => (
          <li key={job.id}>
            <a href={`/jobs/${company}/${job.id}`}>{job.title}</a>
            <span>{placeOf(job, language)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const Gone = ({ words, company }: { readonly words: (typeof WORDS)[SiteLanguage]; readonly company?: string }) => (
  <>
    <h1>{words.jobs}</h1>
    <p role="alert">{words.gone}</p>
    {company && <a href={`/jobs/${company}`}>{words.all}</a>}
  </>
);

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function JobPage({ company, vacancyId, language }: Shown & { readonly vacancyId: string }) {
  const words = WORDS[language];
  const [sent, setSent] = useState<'all' | 'without-cv'>();
  const { data, error } = useQuery({
    queryKey: ['jobs', company, vacancyId],
    queryFn: async () => (await openApi.GET('/jobs/{company}/{vacancyId}', { params: { path: { company, vacancyId } } })).data,
    // The form in hand is the one that is sent.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useTitle(data ? `${data.title} · ${data.company.name}` : words.jobs);
  if (error) return <Gone words={words} company={company} />;
  if (!data) return <p role="status">…</p>;
  return (
    <>
      <p className={styles.employer}>{data.company.name}</p>
      <h1>{data.title}</h1>
      <p className={styles.place}>{placeOf(data, language)}</p>
      {data.description && <p className={styles.description}>{data.description}</p>}
      {sent ? (
        <section role="status">
          <h2>{words.sent}</h2>
          <p>{words.sentText}</p>
          {sent === 'without-cv' && (
            <p>
              {words.cvLost} <a href={`mailto:${data.company.email}`}>{data.company.email}</a>
            </p>
          )}
        </section>
      ) : (
        <ApplyForm job={data} company={company} language={language} onSent={setSent} />
      )}
      <a href={`/jobs/${company}`}>{words.all}</a>
    </>
  );
}

interface FormProps extends Shown {
  readonly job: Job;
  readonly onSent: (how: 'all' | 'without-cv') => void;
}
const EMPTY = { givenName: '', familyName: '', email: '', phone: '', website: '', consent: false, cv: null as File | null };

function useApplyForm(words: (typeof WORDS)[SiteLanguage]) {
  const needed = (value: string) => (value.trim() === '' ? words.needed : null);
  return useForm({
    initialValues: EMPTY,
    validate: {
      givenName: needed,
      familyName: needed,
      email: (value) => (/^\S+@\S+\.\S+$/.test(value.trim()) ? null : words.badEmail),
      consent: (value) => (value ? null : words.consentNeeded),
      cv: (file) => (file && (!CV_NAME.test(file.name) || file.size > MAX_CV_BYTES || file.size === 0) ? words.badCv : null),
    },
  });
}

/** Sends the application, and its CV behind it. @returns whether all of it came. */
async function send(company: string, job: Job, language: SiteLanguage, values: typeof EMPTY): Promise<'all' | 'without-cv'> {
  const { cv, phone, website, ...told } = values;
  const { data } = await openApi.POST('/jobs/{company}/{vacancyId}/applications', {
    params: { path: { company, vacancyId: job.id } },
    body: {
      ...{ ...told, language, form: job.form, consent: true },
      ...(phone.trim() ? { phone } : {}),
      ...(website ? { website } : {}),
      ...(cv ? { cv: { fileName: cv.name, bytes: cv.size } } : {}),
    },
  });
  if (!cv || !data.upload) return 'all';
  return upload(data.upload.url, cv, () => undefined).done.then(
    () => 'all' as const,
    () => 'without-cv' as const,
  );
}

function ApplyForm({ job, company, language, onSent }: FormProps) {
  const words = WORDS[language];
  const form = useApplyForm(words);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const submit = async (values: typeof EMPTY) => {
    setBusy(true);
    setFault('');
    try {
      onSent(await send(company, job, language, values));
    } catch (error) {
      setFault((isProblem(error) && words.refusals[error.code]) || words.failed);
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
      <h2>{words.apply}</h2>
      <TextInput label={words.givenName} required maxLength={60} autoComplete="given-name" {...form.getInputProps('givenName')} />
      <TextInput label={words.familyName} required maxLength={100} autoComplete="family-name" {...form.getInputProps('familyName')} />
      <TextInput label={words.email} type="email" required maxLength={120} autoComplete="email" {...form.getInputProps('email')} />
      <TextInput label={words.phone} type="tel" maxLength={30} autoComplete="tel" {...form.getInputProps('phone')} />
      <FileInput label={words.cv} description={words.cvHint} placeholder={words.cvChoose} clearable {...form.getInputProps('cv')} />
      <input className={styles.unseen} tabIndex={-1} aria-hidden="true" autoComplete="off" {...form.getInputProps('website')} />
      <Checkbox label={job.consent[language]} required {...form.getInputProps('consent', { type: 'checkbox' })} />
      {fault && <p role="alert">{fault}</p>}
      <Button type="submit" loading={busy}>
        {words.send}
      </Button>
    </form>
  );
}
