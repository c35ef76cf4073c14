import { isClearable, POLICY_FIELDS, POLICY_NAMES, Policies, type PolicyName } from '#domain/platform/company/policies.ts';
import type { Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import type { useT } from '../../i18n/i18n.ts';

type T = ReturnType<typeof useT>;

/** What is typed of each policy: a choice, an amount, days, or days as people list them, `1, 15, 30`. */
export type PolicyValues = Record<PolicyName, string>;

type WirePolicies = Schemas['Company']['policies'];
const FIRST: WirePolicies = { shortage: 'refuse', invoiceOn: 'shipment' };

const usualOf = (name: PolicyName): unknown => (isClearable(name) ? '' : (POLICY_FIELDS[name] as { readonly usual: unknown }).usual);

function typed(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' && value !== null ? (value as { readonly amount: string }).amount : String(value);
}

/** What is in force: the usual where the company has said nothing. */
export const policyValues = (policies: WirePolicies = FIRST): PolicyValues =>
  Object.fromEntries(POLICY_NAMES.map((name) => [name, typed(policies[name] ?? usualOf(name))])) as PolicyValues;

/** A policy as it is on the wire; reminders go out in the order of their days, each once. */
function wired(name: PolicyName, text: string): unknown {
  const { kind } = POLICY_FIELDS[name];
  if (kind === 'dayList') {
    const days = text.split(/[\s,;]+/).filter(Boolean);
    return [...new Set(days.map(Number))].sort((a, b) => a - b);
  }
  if (kind === 'senders')
    return [
      ...new Set(
        text
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ];
  if (text === '') return isClearable(name) ? undefined : usualOf(name);
  if (kind === 'days' || kind === 'count') return Number(text);
  return kind === 'amount' ? { amount: text, currency: 'EUR' } : text;
}

/** The wire side: what is left empty is not in force. */
export const policyBody = (values: PolicyValues): WirePolicies =>
  Object.fromEntries(
    POLICY_NAMES.map((name) => [name, wired(name, values[name].trim())] as const).filter(([, value]) => value !== undefined),
  ) as WirePolicies;

/** What the rules find wrong; of a list of days, at its field. */
export function policyFaults(values: PolicyValues, t: T) {
  const kindOf = (field: string) => POLICY_FIELDS[field.split('.')[0] as PolicyName].kind;
  const found = faultsOf(Policies, policyBody(values), (field) => t(`settings.policies.faults.${kindOf(field)}`));
  return Object.fromEntries(Object.entries(found).map(([field, fault]) => [field.split('.')[0] ?? field, fault]));
}

/** A policy's value in words. */
export function policyText(name: PolicyName, values: PolicyValues, t: T): string {
  const value = values[name];
  const { kind } = POLICY_FIELDS[name];
  if (kind === 'choice') return t(`settings.policies.${name}.options.${value}` as 'settings.policies.shortage.options.refuse');
  if (kind === 'amount' || kind === 'percent')
    return value === '' ? t('settings.policies.none') : `${value} ${kind === 'amount' ? '€' : '%'}`;
  if (kind === 'count') return value;
  const wire = wired(name, value.trim());
  if (Array.isArray(wire)) return wire.length > 0 ? wire.join(', ') : t('settings.policies.never');
  return value === '' ? t('settings.policies.never') : t('settings.policies.days', { count: Number(value) });
}

/** Which policies differ. */
export const changedPolicies = (before: PolicyValues, after: PolicyValues): PolicyName[] => {
  const [was, now] = [policyBody(before), policyBody(after)];
  return POLICY_NAMES.filter((name) => JSON.stringify(was[name]) !== JSON.stringify(now[name]));
};

/** Only what changes; what is empty now is cleared. */
export function policyPatch(before: PolicyValues, after: PolicyValues) {
  const now = policyBody(after);
  return Object.fromEntries(changedPolicies(before, after).map((name) => [name, now[name] ?? null]));
}
