import { DUNNING_DAYS, Policies, RETURN_DAYS } from '#domain/platform/company/company.ts';
import type { Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import type { useT } from '../../i18n/i18n.ts';

type T = ReturnType<typeof useT>;

/** What is typed of the policies. Days of reminders as people list them: `1, 15, 30`. */
export type PolicyValues = {
  shortage: Policies['shortage'];
  invoiceOn: Policies['invoiceOn'];
  simplifiedUpTo: NonNullable<Policies['simplifiedUpTo']>;
  refunds: NonNullable<Policies['refunds']>;
  secondFactor: NonNullable<Policies['secondFactor']>;
  dunningDays: string;
  cancelUnshippedAfterDays: string;
  cancelRestAfterDays: string;
  returnWithinDays: string;
  refundLimit: string;
  billApprovalLimit: string;
};
const LIMITS = ['refundLimit', 'billApprovalLimit'] as const;
export const POLICY_NAMES = [
  'shortage',
  'invoiceOn',
  'simplifiedUpTo',
  'refunds',
  'secondFactor',
  'dunningDays',
  'cancelUnshippedAfterDays',
  'cancelRestAfterDays',
  'returnWithinDays',
  'refundLimit',
  'billApprovalLimit',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

type WirePolicies = Schemas['Company']['policies'];
const FIRST: WirePolicies = { shortage: 'refuse', invoiceOn: 'shipment' };

/** What is in force: the defaults where the company has said nothing. */
export const policyValues = (policies: WirePolicies = FIRST): PolicyValues => ({
  shortage: policies.shortage,
  invoiceOn: policies.invoiceOn,
  simplifiedUpTo: policies.simplifiedUpTo ?? 'four-hundred',
  refunds: policies.refunds ?? 'manual',
  secondFactor: policies.secondFactor ?? 'optional',
  dunningDays: (policies.dunningDays ?? DUNNING_DAYS).join(', '),
  cancelUnshippedAfterDays: String(policies.cancelUnshippedAfterDays ?? ''),
  cancelRestAfterDays: String(policies.cancelRestAfterDays ?? ''),
  returnWithinDays: String(policies.returnWithinDays ?? RETURN_DAYS),
  refundLimit: policies.refundLimit?.amount ?? '',
  billApprovalLimit: policies.billApprovalLimit?.amount ?? '',
});

/** The wire side. Reminders go out in the order of their days, each once. */
export function policyBody({ shortage, invoiceOn, simplifiedUpTo, refunds, secondFactor, ...values }: PolicyValues): WirePolicies {
  const days = values.dunningDays.split(/[\s,;]+/).filter(Boolean);
  const [cancel, rest] = [values.cancelUnshippedAfterDays.trim(), values.cancelRestAfterDays.trim()];
  const back = values.returnWithinDays.trim();
  const limits = LIMITS.flatMap((name) =>
    values[name].trim() === '' ? [] : [[name, { amount: values[name].trim(), currency: 'EUR' }] as const],
  );
  return {
    shortage,
    invoiceOn,
    simplifiedUpTo,
    refunds,
    secondFactor,
    dunningDays: [...new Set(days.map(Number))].sort((a, b) => a - b),
    returnWithinDays: back === '' ? RETURN_DAYS : Number(back),
    ...(cancel === '' ? {} : { cancelUnshippedAfterDays: Number(cancel) }),
    ...(rest === '' ? {} : { cancelRestAfterDays: Number(rest) }),
    ...(Object.fromEntries(limits) as Pick<WirePolicies, (typeof LIMITS)[number]>),
  };
}

/** What the rules find wrong; of a list of days, at its field. */
export function policyFaults(values: PolicyValues, t: T) {
  const words = (field: string) => t(`settings.policies.faults.${field.split('.')[0]}` as 'settings.policies.faults.dunningDays');
  const found = faultsOf(Policies, policyBody(values), words);
  return Object.fromEntries(Object.entries(found).map(([field, fault]) => [field.split('.')[0] ?? field, fault]));
}

const CHOICES: ReadonlySet<PolicyName> = new Set(['shortage', 'invoiceOn', 'simplifiedUpTo', 'refunds', 'secondFactor']);

/** A policy's value in words. */
export function policyText(name: PolicyName, values: PolicyValues, t: T): string {
  const value = values[name];
  if (CHOICES.has(name)) return t(`settings.policies.${name}.options.${value}` as 'settings.policies.shortage.options.refuse');
  const { dunningDays = [] } = policyBody(values);
  if (name === 'dunningDays') return dunningDays.length > 0 ? dunningDays.join(', ') : t('settings.policies.never');
  if (name === 'refundLimit' || name === 'billApprovalLimit') return value === '' ? t('settings.policies.none') : `${value} €`;
  return value === '' ? t('settings.policies.never') : t('settings.policies.days', { count: Number(value) });
}

/** Which policies differ. */
export const changedPolicies = (before: PolicyValues, after: PolicyValues): PolicyName[] => {
  const [was, now] = [policyBody(before), policyBody(after)];
  return POLICY_NAMES.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(now[name]));
};

/** Only what changes; a day that is empty now is cleared. */
export function policyPatch(before: PolicyValues, after: PolicyValues) {
  const now = policyBody(after);
  return Object.fromEntries(changedPolicies(before, after).map((name) => [name, now[name] ?? null]));
}
