import { Select } from '@mantine/core';
import { type ComponentProps, useMemo } from 'react';
import { normalise, tokens } from '#kernel/text.ts';
import { useFormats } from '../i18n/format.ts';
import { useLanguage, useT } from '../i18n/i18n.ts';
import { COUNTRIES } from './countries.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A code typed in full comes first, then what begins so, then what has it anywhere; accents do not matter. */
export function matchingCountries(options: readonly Option[], typed: string): Option[] {
  const words = tokens(typed).join(' ');
  const rank = ({ value, label }: Option): number => {
    const name = normalise(label);
    if (words === '') return 1;
    if (normalise(value) === words) return 0;
    return name.startsWith(words) ? 1 : name.includes(words) ? 2 : 3;
  };
  return [0, 1, 2].flatMap((wanted) => options.filter((option) => rank(option) === wanted));
}

type Props = Omit<ComponentProps<typeof Select<string>>, 'data' | 'filter' | 'searchable'>;

/** A country by its name in the person's language, or by its code of two letters: `ES`. */
export function CountrySelect(props: Props) {
  const t = useT();
  const { country } = useFormats();
  const language = useLanguage();
  const options = useMemo(
    () =>
      COUNTRIES.map((value) => ({ value, label: country(value) })).sort((a, b) => new Intl.Collator(language).compare(a.label, b.label)),
    [country, language],
  );
  return (
    <Select
      data={options}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      // What one types takes the place of what is chosen.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      nothingFoundMessage={t('lists.nothingFound')}
      filter={({ options: all, search }) =>
        matchingCountries(all as Option[], all.some((each) => 'label' in each && each.label === search) ? '' : search)
      }
      {...props}
    />
  );
}
