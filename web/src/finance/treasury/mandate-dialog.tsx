import { Checkbox, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SCHEMES, type Scheme } from '#domain/finance/treasury/debit-rules.ts';
import { MANDATE_TYPES } from '#domain/finance/treasury/mandate.ts';
import { isIban } from '#kernel/iban.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import { CustomerPicker } from '../../ui/record-picker.tsx';
import { Screen as MandateList } from './mandate-list.tsx';

const bare = (iban: string): string => iban.toUpperCase().replaceAll(/[\s.-]/g, '');

interface IbanProps {
  readonly value: string;
  readonly onChange: (iban: string) => void;
  readonly first?: boolean;
}

/** The account that is debited: its control digits are looked at while it is typed. */
function IbanField({ value, onChange, first = false }: IbanProps) {
  const t = useT();
  return (
    <TextInput
      label={t('treasury.mandates.iban')}
      description={t('treasury.mandates.ibanHint')}
      required
      maxLength={50}
      autoComplete="off"
      value={value}
      error={value.trim() && !isIban(bare(value)) ? t('treasury.mandates.ibanWrong') : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(first ? { 'data-autofocus': true } : {})}
    />
  );
}

/** Enters a mandate that a customer has signed. */
function MandateDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const t = useT();
  const [customer, setCustomer] = useState<Schemas['CustomerRow']>();
  const [values, setValues] = useState({
    ...{ reference: '', signedOn: today(), iban: '' },
    ...{ scheme: 'CORE' as Scheme, type: 'recurrent' as (typeof MANDATE_TYPES)[number] },
  });
  const set = (name: keyof typeof values) => (value: string | null) => setValues((before) => ({ ...before, [name]: value ?? '' }));
  const { reference, iban, ...rest } = values;
  const body = { customerId: customer?.id ?? '', ...rest, iban: bare(iban), ...(reference.trim() ? { reference: reference.trim() } : {}) };
  return (
    <ActionDialog
      title={t('treasury.mandates.new')}
      confirm={t('treasury.mandates.save')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={customer && isIban(body.iban) && values.signedOn ? undefined : t('treasury.mandates.lacking')}
      run={({ key }) => api.POST('/treasury/mandates', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)}
      done={({ number }) => t('treasury.mandates.saved', { number })}
      onDone={({ id }) => onDone(id)}
    >
      <CustomerPicker label={t('billing.customer')} value={customer} onChange={setCustomer} required autoFocus />
      <div className={styles.pairs}>
        <IbanField value={iban} onChange={set('iban')} />
        <DateField label={t('treasury.mandates.signedOn')} required value={values.signedOn} onChange={set('signedOn')} max={today()} />
        <Select
          label={t('treasury.mandates.scheme')}
          data={SCHEMES.map((value) => ({ value, label: t(`treasury.mandates.schemes.${value}`) }))}
          allowDeselect={false}
          value={values.scheme}
          onChange={set('scheme')}
        />
        <Select
          label={t('treasury.mandates.type')}
          data={MANDATE_TYPES.map((value) => ({ value, label: t(`treasury.mandates.types.${value}`) }))}
          allowDeselect={false}
          value={values.type}
          onChange={set('type')}
        />
        <TextInput
          label={t('treasury.mandates.reference')}
          description={t('treasury.mandates.referenceHint')}
          maxLength={35}
          value={reference}
          onChange={(event) => set('reference')(event.currentTarget.value)}
        />
      </div>
    </ActionDialog>
  );
}

/** Changes the account of a mandate, or says that its next collection is the last. */
export function ChangeMandateDialog({ mandate, onClose }: { readonly mandate: Schemas['Mandate']; readonly onClose: () => void }) {
  const t = useT();
  const [iban, setIban] = useState(mandate.iban);
  const [final, setFinal] = useState(mandate.final ?? false);
  const body = { iban: bare(iban), final };
  return (
    <ActionDialog
      title={t('treasury.mandates.change.title', { reference: mandate.reference })}
      confirm={t('treasury.mandates.save')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={isIban(body.iban) ? undefined : t('treasury.mandates.ibanWrong')}
      run={() => api.PATCH('/treasury/mandates/{mandateId}', { params: { path: { mandateId: mandate.id } }, body }).then(dataOf)}
      done={({ number }) => t('treasury.mandates.saved', { number })}
    >
      <IbanField value={iban} onChange={setIban} first />
      {mandate.type === 'recurrent' && (
        <Checkbox label={t('treasury.mandates.final')} checked={final} onChange={({ currentTarget: { checked } }) => setFinal(checked)} />
      )}
    </ActionDialog>
  );
}

/** A new mandate, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <MandateList />
      <MandateDialog onClose={() => go('/treasury/mandates')} onDone={(id) => go(`/treasury/mandates/${id}`)} />
    </>
  );
}
