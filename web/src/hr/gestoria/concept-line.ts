import type { Schemas } from '../../api/client.ts';
import { typedNumber } from '../../form/number.ts';
import type { Language, useT } from '../../i18n/i18n.ts';

type Rule = NonNullable<NonNullable<Schemas['PayrollSettings']['policies']>['concepts']>[number];

/** A concept as it is typed: its name, the first month, whether it contributes and is taxed, up to which amount, the norm. */
export function conceptLine(
  { name, from, contributes, taxed, upTo, source }: Rule,
  t: ReturnType<typeof useT>,
  language: Language,
): string {
  const answer = (is: boolean) => t(is ? 'gestoria.policies.yes' : 'gestoria.policies.no');
  return [name, from, answer(contributes), answer(taxed), upTo ? typedNumber(upTo.amount, language) : '', source].join('; ');
}
