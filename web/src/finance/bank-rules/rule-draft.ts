import type { Schemas } from '../../api/client.ts';
import { euros, typedCents } from '../../api/money.ts';

export type TestedRule = Schemas['BankRule'];
export type RuleBody = Schemas['CreateBankRule'];

export const DOES = ['entry', 'bill', 'commission', 'small', 'fee'] as const;
export type Does = (typeof DOES)[number];

/** A rule as it is typed. */
export interface BankRuleDraft {
  readonly name: string;
  readonly direction: 'in' | 'out';
  /** A phrase a line. */
  readonly texts: string;
  readonly without: string;
  readonly partyName: string;
  readonly partyIban: string;
  readonly code: string;
  readonly least: string;
  readonly most: string;
  readonly does: Does;
  readonly account: string;
  /** A second account, and what of the line goes to it in percent. */
  readonly second: string;
  readonly percent: string;
  readonly takings: string;
  /** Of a bill: who issues it, and with what tax. */
  readonly supplierId: string;
  readonly taxCode: string;
  readonly withholding: string;
  readonly upTo: string;
  readonly order: string;
  readonly activeFrom: string;
}

export const NEW_RULE: BankRuleDraft = {
  ...{ name: '', direction: 'out', texts: '', without: '', partyName: '', partyIban: '', code: '', least: '', most: '', does: 'entry' },
  ...{
    account: '',
    second: '',
    percent: '',
    takings: '',
    supplierId: '',
    taxCode: '',
    withholding: '',
    upTo: '',
    order: '100',
    activeFrom: '',
  },
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const some = <K extends string, V>(name: K, value: V, is: boolean) => (is ? ({ [name]: value } as Record<K, V>) : {});

function conditionsOf(draft: BankRuleDraft): RuleBody['conditions'] {
  const [texts, without] = [linesOf(draft.texts), linesOf(draft.without)];
  const { direction, partyName, partyIban, code, least, most } = draft;
  return {
    direction,
    ...some('texts', texts, texts.length > 0),
    ...some('without', without, without.length > 0),
    ...some('partyName', partyName.trim(), partyName.trim() !== ''),
    ...some('partyIban', partyIban.trim(), partyIban.trim() !== ''),
    ...some('code', code.trim(), code.trim() !== ''),
    ...some('least', euros(typedCents(least)), least !== ''),
    ...some('most', euros(typedCents(most)), most !== ''),
  };
}

const restOf = (percent: string): string => String(Math.round((100 - Number(percent)) * 100) / 100);

type Bill = NonNullable<RuleBody['action']['bill']>;

function actionOf({ does, account, second, percent, takings, upTo, ...draft }: BankRuleDraft): RuleBody['action'] {
  const { supplierId, taxCode, withholding } = draft;
  if (does === 'bill') return { bill: { supplierId, account, taxCode, ...some('withholding', withholding, withholding !== '') } as Bill };
  if (does === 'commission') return { commission: { percent, account, takings } };
  if (does !== 'entry') return { difference: { of: does, upTo: euros(typedCents(upTo)), account } };
  const lines =
    second === ''
      ? [{ account }]
      : [
          { account, percent: restOf(percent) },
          { account: second, percent },
        ];
  return { entry: { lines } };
}

export const bankRuleBodyOf = (draft: BankRuleDraft): RuleBody => ({
  ...{ name: draft.name.trim(), conditions: conditionsOf(draft), action: actionOf(draft), order: Number(draft.order) || 100 },
  ...some('activeFrom', draft.activeFrom, draft.activeFrom !== ''),
});

/** Whether there is enough of it to be sent. */
export function isComplete(draft: BankRuleDraft): boolean {
  const { name, texts, partyName, partyIban, code, does, account, takings, percent, upTo, second, supplierId, taxCode } = draft;
  const isDifference = does === 'small' || does === 'fee';
  const told = [texts, partyName, partyIban, code].some((text) => text.trim() !== '') || isDifference;
  const shares = does === 'commission' ? takings !== '' && percent !== '' : second === '' || percent !== '';
  const share = does === 'bill' ? supplierId !== '' && taxCode !== '' : shares;
  return name.trim() !== '' && told && account !== '' && share && (!isDifference || typedCents(upTo) > 0);
}

/** Whether the form shows all of a rule: more accounts than two, and dimensions, are the API's. */
export const isPlain = ({ action: { entry, bill } }: Pick<TestedRule, 'action'>): boolean =>
  !(bill?.text || bill?.dimensions) &&
  (entry?.lines.length ?? 0) <= 2 &&
  (entry?.lines.every(({ dimensions, text }) => !dimensions && !text) ?? true);

/** What a rule does, of those that the form knows. */
export const doesOf = ({ bill, commission, difference }: RuleBody['action']): Does =>
  bill ? 'bill' : commission ? 'commission' : (difference?.of ?? 'entry');

export function bankRuleDraftOf({ name, conditions, action, order, activeFrom }: TestedRule): BankRuleDraft {
  const { direction, texts = [], without = [], partyName = '', partyIban = '', code = '', least, most } = conditions;
  const { entry, bill, commission, difference } = action;
  const [first, second] = entry?.lines ?? [];
  return {
    ...{ name, direction, texts: texts.join('\n'), without: without.join('\n'), partyName, partyIban, code },
    ...{ least: least?.amount ?? '', most: most?.amount ?? '', does: doesOf(action) },
    account: bill?.account ?? first?.account ?? commission?.account ?? difference?.account ?? '',
    ...{ second: second?.account ?? '', percent: second?.percent ?? commission?.percent ?? '' },
    ...{ supplierId: bill?.supplierId ?? '', taxCode: bill?.taxCode ?? '', withholding: bill?.withholding ?? '' },
    ...{ takings: commission?.takings ?? '', upTo: difference?.upTo.amount ?? '', order: String(order), activeFrom: activeFrom ?? '' },
  };
}
