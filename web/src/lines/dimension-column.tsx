import { MultiSelect } from '@mantine/core';
import { $api, type Schemas } from '../api/client.ts';
import { useT } from '../i18n/i18n.ts';
import { useCan } from '../session/session.ts';
import type { Field } from './field.tsx';
import type { InputProps } from './input.ts';

/** The dimensions of the company; none where the person does not see the books. */
export function useDimensions(): readonly Schemas['Dimension'][] {
  const can = useCan();
  return $api.useQuery('get', '/dimensions', {}, { enabled: can('listDimensions') }).data?.items ?? [];
}

/** A column of lines for cost centres, projects and the like, where the company has defined any. */
export function useDimensionColumn<L extends { readonly dimensions: string }>(): Field<L>[] {
  const t = useT();
  const dimensions = useDimensions();
  if (dimensions.length === 0) return [];
  return [
    {
      name: 'dimensions',
      as: 'own',
      label: t('analysis.column'),
      input: (props) => <DimensionsField {...props} dimensions={dimensions} />,
      width: 'minmax(140px, 1fr)',
    } as Field<L>,
  ];
}

interface DefaultsProps {
  readonly value?: string;
  readonly onChange: (value: string) => void;
}

/** What an item, a customer or a supplier gives its lines, where the company has defined any dimension. */
export function DefaultDimensions({ value = '', onChange }: DefaultsProps) {
  const t = useT();
  const dimensions = useDimensions();
  if (dimensions.length === 0) return null;
  return (
    <DimensionsField
      label={t('analysis.column')}
      description={t('analysis.defaultsText')}
      value={value}
      onChange={onChange}
      dimensions={dimensions}
    />
  );
}

interface FieldProps extends Partial<InputProps> {
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly dimensions: readonly Schemas['Dimension'][];
}

/** One value of each dimension at most: another of the same takes its place. */
export function DimensionsField({ value = '', onChange, dimensions, ...looks }: FieldProps) {
  const data = dimensions.map(({ code, name, values }) => ({
    group: name,
    items: values.filter(({ active }) => active).map((each) => ({ value: `${code}=${each.code}`, label: each.name })),
  }));
  const chosen = value === '' ? [] : value.split(',');
  const known = new Set(data.flatMap(({ items }) => items.map((item) => item.value)));
  const take = (all: string[]) => {
    const last = new Map(all.map((pair) => [pair.slice(0, pair.indexOf('=')), pair]));
    onChange([...last.values()].join(','));
  };
  return (
    <MultiSelect {...looks} data={data} value={chosen.filter((pair) => known.has(pair))} onChange={take} searchable hidePickedOptions />
  );
}
