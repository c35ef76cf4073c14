import { Button, TagsInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Activity } from '#domain/platform/company/areas.ts';
import { api, dataOf } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { fieldsOf, focusFirst } from '../../form/faults.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote, useProblemText } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import { ActivitySelect } from '../settings/areas.tsx';
import { CompanyFields } from '../settings/company-fields.tsx';
import { type CompanyValues, companyBody, companyFaults, companyValues } from '../settings/company-values.ts';
import { PolicyFields } from '../settings/policy-fields.tsx';
import { type PolicyValues, policyBody, policyFaults, policyValues } from '../settings/policy-values.ts';
import styles from '../settings/settings.module.css';

/** The first thing an owner does: who the company is, by what rules it works, from which year on it keeps its books. */
export function SetUp() {
  const t = useT();
  useTitle(t('firstCompany.title'));
  const company = useForm<CompanyValues>({ initialValues: companyValues(), validate: (values) => companyFaults(values, t) });
  const policies = useForm<PolicyValues>({ initialValues: policyValues(), validate: (values) => policyFaults(values, t) });
  const [years, setYears] = useState([today().slice(0, 4)]);
  const [activity, setActivity] = useState<Activity>('trade');
  const [tried, setTried] = useState(false);
  const yearFault = yearsFault(years) && t('firstCompany.yearsFault');
  const founding = useFounding(company);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const faults = { ...company.validate().errors, ...policies.validate().errors, ...(yearFault ? { fiscalYears: yearFault } : {}) };
    if (Object.keys(faults).length > 0) return focusFirst(faults);
    founding.found({ ...companyBody(company.values), activity, policies: policyBody(policies.values), fiscalYears: [...years].sort() });
  };
  return (
    <form onSubmit={submit} noValidate className={styles.welcome}>
      <header>
        <h1>{t('firstCompany.title')}</h1>
        <p className="dimmed">{t('firstCompany.text')}</p>
      </header>
      <Section title={t('settings.company.facts')}>
        <div className={styles.form}>
          <CompanyFields form={company} />
          <ActivitySelect value={activity} onChange={setActivity} />
        </div>
      </Section>
      <Section title={t('settings.parts.fiscalYears')}>
        <TagsInput
          label={t('firstCompany.years')}
          description={t('firstCompany.yearsText')}
          value={years}
          onChange={(typed) => setYears(typed.map((year) => year.trim()))}
          maxTags={20}
          splitChars={[',', ' ', ';']}
          acceptValueOnBlur
          error={tried ? yearFault : undefined}
          required
          data-path="fiscalYears"
        />
      </Section>
      <Section title={t('settings.policies.title')}>
        <div className={styles.form}>
          <p className="dimmed">{t('firstCompany.policiesText')}</p>
          <PolicyFields form={policies} />
        </div>
      </Section>
      <ProblemNote error={founding.fault} />
      <div className={styles.buttons}>
        <Button type="submit" size="md" loading={founding.busy}>
          {t('firstCompany.action')}
        </Button>
      </div>
    </form>
  );
}

const yearsFault = (years: readonly string[]): boolean => years.length === 0 || years.some((year) => !/^(19|20|21)\d{2}$/.test(year));

type Body = ReturnType<typeof companyBody> & { activity: Activity; policies: ReturnType<typeof policyBody>; fiscalYears: string[] };

/** Founds the company; afterwards every screen is read anew. */
function useFounding(form: UseFormReturnType<CompanyValues>) {
  const text = useProblemText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const refuse = (error: unknown) => {
    const named = (isProblem(error) ? fieldsOf(error) : []).filter((field) => document.querySelector(`[data-path="${field}"]`));
    if (named.length === 0) return setFault(error);
    const errors = Object.fromEntries(named.map((field) => [field, text(error)]));
    form.setErrors(errors);
    focusFirst(errors);
  };
  const found = (body: Body) => {
    setBusy(true);
    setFault(undefined);
    // A request that failed halfway is sent again, perhaps with other fields: each has a key of its own.
    api
      .POST('/company', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body })
      .then(dataOf)
      .then(() => queries.resetQueries())
      .catch(refuse)
      .finally(() => setBusy(false));
  };
  return { busy, fault, found };
}
