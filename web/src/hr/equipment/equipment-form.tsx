import { NativeSelect, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { useState } from 'react';
import { EQUIPMENT_TYPES, type EquipmentType } from '#domain/hr/equipment/equipment.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { PickField } from '../../ui/pick-field.tsx';

type Asset = Pick<Schemas['FixedAssetRow'], 'id' | 'name' | 'account'>;
type Values = { type: EquipmentType; name: string; number: string; assetId: string; note: string };
const findAssets = (q: string) => api.GET('/assets', { params: { query: { q, limit: 20 } } }).then((answer) => dataOf(answer).items);
const labelOf = ({ name, account }: Asset): string => `${name} · ${account}`;

export function useEquipmentForm(one?: Schemas['Equipment']) {
  const t = useT();
  const needed = (text: string) => (text.trim() === '' ? t('forms.wrong') : null);
  return useForm<Values>({
    initialValues: {
      ...{ type: one?.type ?? 'laptop', name: one?.name ?? '', number: one?.number ?? '' },
      ...{ assetId: one?.assetId ?? '', note: one?.note ?? '' },
    },
    validate: { name: needed, number: needed },
  });
}

/** What is told of a thing; of what is empty, `nothing`: left out of a new one, null of one that is changed. */
export const toldEquipment = <N,>({ assetId, note, ...values }: Values, nothing: N) => ({
  ...values,
  assetId: assetId || nothing,
  note: note.trim() || nothing,
});

export function EquipmentFields({ form }: { readonly form: UseFormReturnType<Values> }) {
  const t = useT();
  const can = useCan();
  const [asset, pick] = useState<Asset>();
  const choose = (one: Asset | undefined) => {
    pick(one);
    form.setFieldValue('assetId', one?.id ?? '');
  };
  return (
    <>
      <NativeSelect
        label={t('equipment.type')}
        data={EQUIPMENT_TYPES.map((value) => ({ value, label: t(`equipment.types.${value}`) }))}
        {...form.getInputProps('type')}
      />
      <TextInput label={t('equipment.name')} required maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('equipment.number')}
        description={t('equipment.numberHint')}
        required
        maxLength={60}
        {...form.getInputProps('number')}
      />
      {can('listFixedAssets') && (
        <PickField<Asset>
          label={t('equipment.asset')}
          kind="asset-record"
          chosen={asset ? labelOf(asset) : form.values.assetId ? t('equipment.assetChosen') : undefined}
          find={findAssets}
          idOf={({ id }) => id}
          optionOf={labelOf}
          onPick={choose}
          onClear={() => choose(undefined)}
          error={form.errors.assetId}
          path="assetId"
        />
      )}
      <TextInput label={t('equipment.note')} maxLength={200} {...form.getInputProps('note')} />
    </>
  );
}
