import { ItemInput } from '#domain/sales/catalogue/item.ts';
import type { Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import type { useT } from '../../i18n/i18n.ts';
import { dimensionsIn, dimensionText } from '../../lines/dimension-text.ts';

type Item = Schemas['ItemRow'];
type TaxCode = NonNullable<Schemas['ItemInput']['taxCode']>;

/** What is typed of an item: the fields of the wire. */
export type ItemValues = {
  code: string;
  name: string;
  unit: string;
  price: string;
  taxCode: TaxCode;
  kind: 'stocked' | 'service';
  dimensions: string;
};

export const itemValues = (item?: Item): ItemValues => ({
  code: item?.code ?? '',
  name: item?.name ?? '',
  unit: item?.unit ?? 'pc',
  price: item?.price ?? '',
  taxCode: (item?.taxCode as TaxCode | undefined) ?? 'IVA-G',
  kind: item?.kind ?? 'stocked',
  dimensions: dimensionText(item?.dimensions),
});

export const itemBody = ({ dimensions, ...values }: ItemValues) => ({
  ...values,
  ...dimensionsIn(dimensions),
  code: values.code.trim(),
  name: values.name.trim(),
  unit: values.unit.trim(),
});

/** Code and kind stay as they are. */
export function itemPatch(values: ItemValues) {
  const { name, unit, price, taxCode, dimensions = null } = itemBody(values);
  return { name, unit, price, taxCode, dimensions };
}

/** What the rules for items find wrong, by field. */
export const itemFaults = (values: ItemValues, t: ReturnType<typeof useT>) =>
  faultsOf(ItemInput, itemBody(values), (field) => t(`items.faults.${field}` as 'items.faults.name', { defaultValue: t('forms.wrong') }));
