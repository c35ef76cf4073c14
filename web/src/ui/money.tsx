import { type MoneyText, useFormats } from '../i18n/format.ts';

/** An amount as it stands in a column of figures. */
export function Money({ value }: { readonly value: MoneyText | undefined }) {
  const { money } = useFormats();
  return <span className="amount">{value ? money(value) : ''}</span>;
}
