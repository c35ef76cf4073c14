import { minorText, type Sum } from '#kernel/money.ts';
import type { FormLine } from './form-lines.ts';
import { isCompanyTaxId } from './withholding-es.ts';

/** Keys of form 190 for income of people: directors, courses, professionals, farming, modules (RIRPF arts. 80, 95). */
const OF_PEOPLE = /^[E-H]/;

interface Looked {
  readonly boxes: readonly { readonly box: string; readonly amount: Sum }[];
  readonly lines: readonly FormLine[];
  /** What account 4700 holds at the end of the period, before it is settled, and what of it was asked back and not compensated. */
  readonly receivable?: Receivable | undefined;
}

export interface Receivable {
  readonly balance: bigint;
  readonly asked: bigint;
}

export const RETURN_WARNINGS = ['vies', 'recipient-kind', 'pending'] as const;
export interface ReturnWarning {
  readonly code: (typeof RETURN_WARNINGS)[number];
  readonly message: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What should be looked at before a form is filed, and keeps nobody from it: nothing here can tell. */
export function returnWarnings(form: string, { boxes, lines, receivable }: Looked): ReturnWarning[] {
  const supplies = BigInt(boxes.find(({ box }) => form === '303' && box === '59')?.amount ?? 0);
  const operators = form === '349' ? lines.filter(({ key }) => key === 'E' || key === 'S') : [];
  const declared = form === '303' ? supplies : operators.reduce((sum, { base }) => sum + BigInt(base), 0n);
  const people = form === '190' ? lines.filter(({ key, taxId }) => OF_PEOPLE.test(key) && taxId && isCompanyTaxId(taxId)) : [];
  return [
    ...(declared === 0n ? [] : [vies(minorText(declared))]),
    ...people.map(({ party, taxId = '' }) => recipientKind(party, taxId)),
    ...pending(boxes, receivable),
  ];
}

const vies = (amount: string): ReturnWarning => ({
  code: 'vies',
  message: `Supplies within the Union of ${amount} EUR are exempt only for customers in VIES (Ley 37/1992 art. 25): look each up there, and keep the answer. It is not asked here.`,
  params: { amount },
});
const recipientKind = (party: string, taxId: string): ReturnWarning => ({
  code: 'recipient-kind',
  message: `${party} (${taxId}) has the tax id of a company, and income tax of professionals is withheld from people: check the supplier's withholding.`,
  params: { party, taxId },
});

/** Box 110 beside account 4700, which holds what is compensated, and what was asked back until it is paid. */
function pending(boxes: Looked['boxes'], receivable: Receivable | undefined): ReturnWarning[] {
  const declared = BigInt(boxes.find(({ box }) => box === '110')?.amount ?? 0);
  if (!receivable || receivable.balance === declared || receivable.balance - receivable.asked === declared) return [];
  const [amount, balance] = [minorText(declared), minorText(receivable.balance)];
  return [
    {
      code: 'pending',
      message: `Box 110 has ${amount} EUR to compensate, and account 4700 ${balance}: give what is pending of earlier returns (\`pending\`), record the returns that were filed, or put right what was posted on 4700.`,
      params: { amount, balance },
    },
  ];
}
