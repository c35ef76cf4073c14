import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { focusFirst } from '../../form/faults.ts';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { PolicyFields } from './policy-fields.tsx';
import { changedPolicies, type PolicyValues, policyFaults, policyPatch, policyText, policyValues } from './policy-values.ts';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { SettingsPage } from './settings-page.tsx';

/** What the company does by rule: short stock, invoicing, reminders, returns, refunds. */
export function Screen() {
  const t = useT();
  const { data, error } = $api.useQuery('get', '/company', {});
  return (
    <SettingsPage part="policies" text={t('settings.policies.text')} error={error}>
      {data && <PolicyForm company={data} />}
    </SettingsPage>
  );
}

function PolicyForm({ company }: { readonly company: Schemas['Company'] }) {
  const t = useT();
  const can = useCan();
  const may = can('patchCompany');
  const before = policyValues(company.policies);
  const form = useRecordForm<PolicyValues>(before, (values) => policyFaults(values, t));
  const [confirming, setConfirming] = useState<PolicyValues>();
  const changed = changedPolicies(before, form.values).length > 0;
  return (
    <Section title={t('settings.policies.title')}>
      <form className={styles.form} noValidate onSubmit={form.onSubmit(setConfirming, focusFirst)}>
        {!may && <p className="dimmed">{t('settings.ownersOnly')}</p>}
        <PolicyFields form={form} readOnly={!may} />
        {may && <SaveButtons label={t('settings.policies.review')} changed={changed} onUndo={form.reset} />}
      </form>
      {confirming && <Confirm before={before} after={confirming} onSaved={form.resetDirty} onClose={() => setConfirming(undefined)} />}
    </Section>
  );
}

interface ConfirmProps {
  readonly before: PolicyValues;
  readonly after: PolicyValues;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** What changes, from what to what, and for which records. */
function Confirm({ before, after, onSaved, onClose }: ConfirmProps) {
  const t = useT();
  const policies = policyPatch(before, after);
  return (
    <ActionDialog
      title={t('settings.policies.confirmTitle')}
      confirm={t('settings.policies.confirm')}
      tries={false}
      onClose={onClose}
      input={policies}
      run={() => api.PATCH('/company', { body: { policies } }).then(dataOf)}
      onDone={() => onSaved()}
      done={() => t('settings.saved')}
    >
      <ul className={styles.changes}>
        {changedPolicies(before, after).map((name) => (
          <li key={name}>
            <b>{t(`settings.policies.${name}.label`)}</b>
            <div>{t('settings.policies.fromTo', { was: policyText(name, before, t), now: policyText(name, after, t) })}</div>
            <small className="dimmed">{t(`settings.policies.${name}.effect`)}</small>
          </li>
        ))}
      </ul>
    </ActionDialog>
  );
}
