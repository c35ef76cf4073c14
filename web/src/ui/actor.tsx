import { Link } from '@tanstack/react-router';
import { isRuleAddress, ruleOfAddress } from '#domain/automation/rules/rule-address.ts';
import { useT } from '../i18n/i18n.ts';

/** Who did something: a person or program by their address, a workflow, or a rule, with the way to it. */
export function Actor({ by }: { readonly by: string }) {
  const t = useT();
  if (by === 'workflow') return t('records.byWorkflow');
  return isRuleAddress(by) ? <Link to={`/automation/rules/${ruleOfAddress(by)}` as never}>{t('records.byRule')}</Link> : by;
}
