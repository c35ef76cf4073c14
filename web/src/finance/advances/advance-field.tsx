import { MultiSelect } from '@mantine/core';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { InputProps } from '../../lines/input.ts';
import { advancesIn, advancesText, deductionsOfInvoice } from './advances.ts';
import { useOpenAdvances } from './open-advances.ts';

interface Props extends InputProps {
  readonly customerId: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The invoices of money in advance that a final one takes off: those of its customer of which something is left. */
export function AdvanceField({ customerId, value, onChange, ...input }: Props) {
  const t = useT();
  const { money } = useFormats();
  const open = useOpenAdvances(customerId);
  const taken = advancesIn(value);
  if (open.length === 0 && taken.length === 0) return null;
  const numbers = new Map(taken.map(({ invoiceId, number }) => [invoiceId, number]));
  for (const { id, number, advanceLeft } of open) numbers.set(id, advanceLeft ? `${number} · ${money(advanceLeft)}` : number);
  return (
    <MultiSelect
      {...input}
      aria-label={t('advances.takenOff')}
      data={[...numbers].map(([id, label]) => ({ value: id, label }))}
      value={[...new Set(taken.map(({ invoiceId }) => invoiceId))]}
      onChange={(ids) =>
        onChange(
          advancesText(
            ids.flatMap((id) => {
              const found = open.find((invoice) => invoice.id === id);
              return found ? deductionsOfInvoice(found) : taken.filter(({ invoiceId }) => invoiceId === id);
            }),
          ),
        )
      }
    />
  );
}
