import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { COMPANY_ID } from '#domain/platform/company/company.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { fieldsOf, focusFirst } from '../../form/faults.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote, useProblemText } from '../../ui/problem-note.tsx';
import { CompanyFields } from './company-fields.tsx';
import { type CompanyValues, companyFaults, companyPatch, companyValues } from './company-values.ts';
import styles from './settings.module.css';
import { SettingsPage } from './settings-page.tsx';

/** Who the company is: as it stands on invoices. */
export function Screen() {
  const t = useT();
  const { data, error } = $api.useQuery('get', '/company', {});
  return (
    <SettingsPage part="company" text={t('settings.company.text')} error={error}>
      {data && <CompanyForm key={data.rev} company={data} />}
      {data && <Timeline id={COMPANY_ID} />}
    </SettingsPage>
  );
}

function CompanyForm({ company }: { readonly company: Schemas['Company'] }) {
  const t = useT();
  const can = useCan();
  const form = useForm<CompanyValues>({
    initialValues: companyValues(company),
    validate: (values) => companyFaults(values, t),
  });
  const { busy, fault, save } = useSaving(form);
  const may = can('patchCompany');
  return (
    <Section title={t('settings.company.facts')}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit(save, focusFirst)}>
        {!may && <p className="dimmed">{t('settings.ownersOnly')}</p>}
        <CompanyFields form={form} readOnly={!may} />
        <ProblemNote error={fault} />
        {may && (
          <div className={styles.buttons}>
            <Button type="submit" loading={busy} disabled={!form.isDirty()}>
              {t('actions.save')}
            </Button>
            <Button variant="default" onClick={form.reset} disabled={busy || !form.isDirty()}>
              {t('settings.undo')}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}

function useSaving(form: { readonly setErrors: (errors: Record<string, string>) => void }) {
  const t = useT();
  const text = useProblemText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const refuse = (error: unknown) => {
    const named = isProblem(error) ? fieldsOf(error) : [];
    if (named.length === 0) return setFault(error);
    const errors = Object.fromEntries(named.map((field) => [field, text(error)]));
    form.setErrors(errors);
    focusFirst(errors);
  };
  const save = (values: CompanyValues) => {
    setBusy(true);
    setFault(undefined);
    return api
      .PATCH('/company', { body: companyPatch(values) })
      .then(dataOf)
      .then(async () => {
        notifications.show({ message: t('settings.saved'), color: 'teal' });
        await queries.invalidateQueries();
      })
      .catch(refuse)
      .finally(() => setBusy(false));
  };
  return { busy, fault, save };
}
