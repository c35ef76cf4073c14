import { Select } from '@mantine/core';
import { INPUT_TAX_CODES, isInForce, taxCodeOf, taxPercent } from '#domain/finance/tax/vat-es.ts';
import { WITHHOLDING_ES } from '#domain/finance/tax/withholding-es.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { SupplierPicker, useSupplier } from '../suppliers/supplier-picker.tsx';
import type { BankRuleDraft } from './rule-draft.ts';

/** How a tax code is called today, with its rate. */
export function useTaxName(): (code: string) => string {
  const { percent } = useFormats();
  const english = useLanguage() === 'en';
  const day = today();
  return (code) => {
    const known = taxCodeOf(code);
    const name = english ? known?.nameEn : known?.name;
    return [code, isInForce(code, day) ? percent(taxPercent(code, day)) : '', name].filter(Boolean).join(' · ');
  };
}

interface Props {
  readonly draft: BankRuleDraft;
  readonly onChange: (draft: BankRuleDraft) => void;
}

/** Whose bill it is, and its tax. What the supplier usually has is taken where nothing is told yet. */
export function BillFields({ draft, onChange }: Props) {
  const t = useT();
  const taxName = useTaxName();
  const english = useLanguage() === 'en';
  const day = today();
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
        data={INPUT_TAX_CODES.filter((code) => isInForce(code, day)).map((value) => ({ value, label: taxName(value) }))}
        value={draft.taxCode || null}
        onChange={(taxCode) => onChange({ ...draft, taxCode: taxCode ?? '' })}
      />
      <Select
        label={t('bankRules.fields.withholding')}
        clearable
        placeholder={t('bankRules.noWithholding')}
        data={WITHHOLDING_ES.map(({ code, name, nameEn, percent }) => ({
          value: code,
          label: `${english ? nameEn : name} (${percent} %)`,
        }))}
        value={draft.withholding || null}
        onChange={(withholding) => onChange({ ...draft, withholding: withholding ?? '' })}
      />
    </>
  );
}
