import { Select } from '@mantine/core';
import { useTaxChoices } from '../../form/use-tax-choices.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { SupplierPicker, useSupplier } from '../suppliers/supplier-picker.tsx';
import type { BankRuleDraft } from './rule-draft.ts';

interface Props {
  readonly draft: BankRuleDraft;
  readonly onChange: (draft: BankRuleDraft) => void;
}

/** Whose bill it is, and its tax. What the supplier usually has is taken where nothing is told yet. */
export function BillFields({ draft, onChange }: Props) {
  const t = useT();
  const { tax, taxesOn, withholdings } = useTaxChoices();
  const { data: supplier } = useSupplier(draft.supplierId || undefined);
  return (
    <>
      <SupplierPicker
        label={t('bankRules.fields.supplierId')}
        required
        value={draft.supplierId === '' ? undefined : supplier}
        onChange={(found) =>
          onChange({
            ...draft,
            supplierId: found?.id ?? '',
            account: draft.account || (found?.expenseAccount ?? ''),
            taxCode: draft.taxCode || (found?.taxCode ?? ''),
          })
        }
      />
      <Select
        label={t('bankRules.fields.taxCode')}
        required
        searchable
        data={taxesOn(today(), (code) => tax(code, today()))}
        value={draft.taxCode || null}
        onChange={(taxCode) => onChange({ ...draft, taxCode: taxCode ?? '' })}
      />
      <Select
        label={t('bankRules.fields.withholding')}
        clearable
        placeholder={t('bankRules.noWithholding')}
        data={withholdings}
        value={draft.withholding || null}
        onChange={(withholding) => onChange({ ...draft, withholding: withholding ?? '' })}
      />
    </>
  );
}
