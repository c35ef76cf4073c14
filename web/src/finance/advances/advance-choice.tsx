import { MultiSelect } from '@mantine/core';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useOpenAdvances } from './open-advances.ts';

interface Props {
  readonly customerId: string;
  /** Those that were recorded for the order: they are taken off unless somebody chooses otherwise. */
  readonly recorded: readonly string[];
  readonly value: readonly string[] | undefined;
  readonly onChange: (invoiceIds: string[]) => void;
}

/** Which of the customer's money in advance the invoice of an order takes off; nothing where there is none. */
export function AdvanceChoice({ customerId, recorded, value, onChange }: Props) {
  const t = useT();
  const { money } = useFormats();
  const open = useOpenAdvances(customerId);
  if (open.length === 0) return null;
  return (
    <MultiSelect
      label={t('advances.takenOff')}
      description={t('advances.takenOffText')}
      data={open.map(({ id, number, advanceLeft }) => ({ value: id, label: advanceLeft ? `${number} · ${money(advanceLeft)}` : number }))}
      value={(value ?? recorded).filter((id) => open.some((invoice) => invoice.id === id))}
      onChange={onChange}
    />
  );
}
