import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { Screen as BankRuleList } from './bank-rule-list.tsx';
import { type BankRuleDraft, bankRuleBodyOf, bankRuleDraftOf, isComplete, NEW_RULE, type TestedRule } from './rule-draft.ts';
import { RuleForm } from './rule-form.tsx';

interface Props {
  /** The rule that is changed; absent: a new one. */
  readonly rule?: TestedRule;
  readonly onClose: () => void;
  readonly onDone?: (id: string) => void;
}

export function BankRuleDialog({ rule, onClose, onDone }: Props) {
  const t = useT();
  const [draft, setDraft] = useState<BankRuleDraft>(rule ? bankRuleDraftOf(rule) : NEW_RULE);
  const body = bankRuleBodyOf(draft);
  const send = (key: string) =>
    rule
      ? api.PATCH('/banking/rules/{ruleId}', {
          params: { path: { ruleId: rule.id } },
          body: { ...body, activeFrom: body.activeFrom ?? null },
        })
      : api.POST('/banking/rules', { params: { header: { 'Idempotency-Key': key } }, body });
  return (
    <ActionDialog
      title={rule ? t('bankRules.edit') : t('bankRules.new')}
      confirm={t('bankRules.save')}
      tries={false}
      onClose={onClose}
      input={body}
      incomplete={isComplete(draft) ? undefined : t('bankRules.lacking')}
      run={({ key }) => send(key).then(dataOf)}
      done={({ name }) => t('bankRules.saved', { name })}
      onDone={({ id }) => onDone?.(id)}
    >
      <RuleForm draft={draft} onChange={setDraft} />
    </ActionDialog>
  );
}

/** A new rule, before the list: an address that can be linked to. */
export function Screen() {
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      <BankRuleList />
      <BankRuleDialog onClose={() => go('/banking/rules')} onDone={(id) => go(`/banking/rules/${id}`)} />
    </>
  );
}
