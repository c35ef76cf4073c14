import type { UseFormReturnType } from '@mantine/form';
import { COMPANY_ID } from '#domain/platform/company/company.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { fieldsOf, focusFirst } from '../../form/faults.ts';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote, useProblemText } from '../../ui/problem-note.tsx';
import { CompanyFields } from './company-fields.tsx';
import { type CompanyValues, companyFaults, companyPatch, companyValues } from './company-values.ts';
import { PaperLook } from './paper-look.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { SettingsPage } from './settings-page.tsx';
import { useCompanyPatch } from './use-company-patch.ts';

/** Who the company is: as it stands on invoices. */
export function Screen() {
  const t = useT();
  const { data, error } = $api.useQuery('get', '/company', {});
  return (
    <SettingsPage part="company" text={t('settings.company.text')} error={error}>
      {data && <CompanyForm company={data} />}
      {data && <PaperLook company={data} />}
      {data && <Timeline id={COMPANY_ID} />}
    </SettingsPage>
  );
}

function CompanyForm({ company }: { readonly company: Schemas['Company'] }) {
  const t = useT();
  const can = useCan();
  const form = useRecordForm<CompanyValues>(companyValues(company), (values) => companyFaults(values, t));
  const { busy, fault, save } = useCompanyPatch(companyPatch, form.resetDirty, useFieldRefusal(form));
  const may = can('patchCompany');
  return (
    <Section title={t('settings.company.facts')}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit(save, focusFirst)}>
        {!may && <p className="dimmed">{t('settings.ownersOnly')}</p>}
        <CompanyFields form={form} readOnly={!may} />
        <ProblemNote error={fault} />
        {may && <SaveButtons label={t('actions.save')} busy={busy} changed={form.isDirty()} onUndo={form.reset} />}
      </form>
    </Section>
  );
}

/** Shows a refusal at the fields that it names; false where it names none. */
function useFieldRefusal(form: Pick<UseFormReturnType<CompanyValues>, 'setErrors'>): (error: unknown) => boolean {
  const text = useProblemText();
  return (error) => {
    const named = isProblem(error) ? fieldsOf(error) : [];
    if (named.length === 0) return false;
    const errors = Object.fromEntries(named.map((field) => [field, text(error)]));
    form.setErrors(errors);
    focusFirst(errors);
    return true;
  };
}
