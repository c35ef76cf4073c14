import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { isInForce, TAX_CODES, taxPercent } from '#domain/finance/events.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DefaultDimensions } from '../../lines/dimension-column.tsx';
import { type ItemValues, itemBody, itemFaults, itemPatch, itemValues } from './item-body.ts';

interface Props {
  /** Absent: a new one. */
  readonly item?: Schemas['ItemRow'];
  readonly onClose: () => void;
  readonly onDone?: (item: Schemas['ItemRow']) => void;
}

/** Adds an item to the catalogue, or changes one. */
export function ItemDialog({ item, onClose, onDone }: Props) {
  const t = useT();
  const form = useForm<ItemValues>({
    initialValues: itemValues(item),
    validate: (values) => itemFaults(values, t),
    validateInputOnBlur: true,
  });
  const send = (values: ItemValues, key: string) =>
    item
      ? api.PATCH('/items/{itemId}', { params: { path: { itemId: item.id } }, body: itemPatch(values) }).then(dataOf)
      : api.POST('/items', { params: { header: { 'Idempotency-Key': key } }, body: itemBody(values) }).then(dataOf);
  return (
    <FormDialog
      title={item ? t('items.edit.title', { code: item.code }) : t('items.new.title')}
      form={form}
      send={send}
      done={({ code }) => t(item ? 'items.edit.done' : 'items.new.done', { code })}
      {...(onDone ? { onDone } : {})}
      onClose={onClose}
      places={{ 'item-code.exists': 'code' }}
    >
      {!item && <Identity form={form} />}
      <TextInput
        label={t('items.name')}
        required
        maxLength={160}
        autoComplete="off"
        {...(item ? { 'data-autofocus': true } : {})}
        {...form.getInputProps('name')}
      />
      <Terms form={form} />
      <DefaultDimensions {...form.getInputProps('dimensions')} />
    </FormDialog>
  );
}

interface FieldsProps {
  readonly form: UseFormReturnType<ItemValues>;
}

/** What cannot be changed afterwards. */
function Identity({ form }: FieldsProps) {
  const t = useT();
  return (
    <div className={styles.pairs}>
      <TextInput
        label={t('items.code')}
        description={t('items.codeHint')}
        required
        maxLength={40}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('code')}
      />
      <fieldset className={styles.group}>
        <legend>{t('items.kind')}</legend>
        <SegmentedControl
          data={[
            { value: 'stocked', label: t('items.kinds.stocked') },
            { value: 'service', label: t('items.kinds.service') },
          ]}
          {...form.getInputProps('kind')}
        />
      </fieldset>
    </div>
  );
}

function Terms({ form }: FieldsProps) {
  const t = useT();
  const { percent } = useFormats();
  return (
    <div className={styles.pairs}>
      <DecimalInput label={t('items.price')} description={t('items.priceHint')} required unit="€" {...form.getInputProps('price')} />
      <TextInput
        label={t('items.unit')}
        description={t('items.unitHint')}
        required
        maxLength={6}
        autoComplete="off"
        {...form.getInputProps('unit')}
      />
      <Select
        label={t('items.taxCode')}
        allowDeselect={false}
        required
        data={TAX_CODES.filter((code) => isInForce(code, today())).map((code) => ({
          value: code,
          label: `${t(`items.taxCodes.${code}` as 'items.taxCodes.IVA-G', { defaultValue: code })} · ${percent(taxPercent(code, today()))}`,
        }))}
        {...form.getInputProps('taxCode')}
      />
    </div>
  );
}
