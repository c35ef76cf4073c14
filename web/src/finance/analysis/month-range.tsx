import { Group, Select } from '@mantine/core';
import { type Month, monthOf, monthsBetween } from '#kernel/date.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

interface Props {
  readonly from: Month;
  readonly to: Month;
  /** The first that can be chosen; the last is `last`, else the present one. */
  readonly first: Month;
  readonly last?: Month;
  readonly onChange: (range: { from: Month; to: Month }) => void;
}

/** From a month to another: the end goes along where it would come before the beginning. */
export function MonthRange({ from, to, first, last = monthOf(today()), onChange }: Props) {
  const t = useT();
  const { month } = useFormats();
  const data = monthsBetween(first, last)
    .reverse()
    .map((value) => ({ value, label: month(value) }));
  return (
    <Group gap="sm">
      <Select
        label={t('analysis.from')}
        data={data}
        value={from}
        allowDeselect={false}
        onChange={(value) => value && onChange({ from: value, to: value > to ? value : to })}
      />
      <Select
        label={t('analysis.to')}
        data={data}
        value={to}
        allowDeselect={false}
        onChange={(value) => value && onChange({ from: value < from ? value : from, to: value })}
      />
    </Group>
  );
}
