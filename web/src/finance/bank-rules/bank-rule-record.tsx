import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { post, type Step, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf } from '../../api/client.ts';
import { useTaxChoices } from '../../form/use-tax-choices.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useSupplier } from '../suppliers/supplier-picker.tsx';
import { BankRuleDialog } from './bank-rule-dialog.tsx';
import { doesOf, isPlain, type TestedRule } from './rule-draft.ts';
import { RuleTestResult } from './rule-test-result.tsx';
import { accountsIn } from './rule-text.ts';

type T = ReturnType<typeof useT>;

/** What happens when a rule is switched on; of one whose test has taken nothing, that nobody knows. */
const onText = ({ action, tested }: TestedRule, t: T): string =>
  t(`bankRules.switch.${tested?.taken === 0 ? 'onNone' : action.difference ? 'onDifference' : 'onText'}`, { ...tested });

const switchStep = (rule: TestedRule, to: 'on' | 'off', t: T): Step => {
  const { id: ruleId, name } = rule;
  return step(
    async (_, how) => post(to === 'on' ? '/banking/rules/{ruleId}/on' : '/banking/rules/{ruleId}/off', { ruleId })({} as never, how),
    {
      title: t(`bankRules.switch.${to}`),
      confirm: t(`bankRules.switch.${to}`),
      says: to === 'on' ? onText(rule, t) : t('bankRules.switch.offText'),
      done: () => t(`bankRules.switch.${to}Done`, { name }),
    },
  );
};

const deleteStep = ({ id: ruleId, name }: TestedRule, t: T): Step =>
  step(async () => dataOf(await api.DELETE('/banking/rules/{ruleId}', { params: { path: { ruleId } } })), {
    title: t('bankRules.delete.action'),
    confirm: t('bankRules.delete.action'),
    danger: true,
    says: t('bankRules.delete.text'),
    done: () => t('bankRules.delete.done', { name }),
    to: () => '/banking/rules',
  });

/** One rule: what it takes and does, what it would have done in the past, and whether it is on. */
export function Screen() {
  const t = useT();
  const { ruleId } = useParams({ strict: false }) as { ruleId: string };
  const query = $api.useQuery('get', '/banking/rules/{ruleId}', { params: { path: { ruleId } } });
  const { data: rule } = query;
  const [current, setStep] = useState<Step>();
  const [edits, setEdits] = useState(false);
  const start = (make: (rule: TestedRule) => Step) => () => rule && setStep(make(rule));
  return (
    <RecordPage
      query={query}
      parent={{ to: '/banking/rules', label: t('menu.bankRules') }}
      title={rule?.name ?? ''}
      badges={rule && <StateBadge kind="bank-rule" state={rule.state} />}
      subtitle={rule && t('bankRules.version', { version: rule.version })}
      answered={rule?.actions}
      actions={[
        ...(rule?.state === 'on'
          ? []
          : [
              {
                ...{ id: 'on', label: t('bankRules.switch.on'), needs: 'switchBankRuleOn' as const },
                start: start((each) => switchStep(each, 'on', t)),
              },
            ]),
        ...(rule?.state === 'on'
          ? [
              {
                ...{ id: 'off', label: t('bankRules.switch.off'), needs: 'switchBankRuleOff' as const },
                start: start((each) => switchStep(each, 'off', t)),
              },
            ]
          : []),
        ...(rule && isPlain(rule)
          ? [{ id: 'edit', label: t('bankRules.edit'), needs: 'patchBankRule' as const, start: () => setEdits(true) }]
          : []),
        {
          ...{ id: 'delete', label: t('bankRules.delete.action'), needs: 'deleteBankRule' as const, danger: true },
          start: start((each) => deleteStep(each, t)),
        },
      ]}
      aside={rule && <Timeline id={rule.id} />}
    >
      {rule && (
        <>
          <RuleFacts rule={rule} />
          <RuleTestResult key={rule.version} rule={rule} />
        </>
      )}
      {current && <StepDialog {...current} onClose={() => setStep(undefined)} />}
      {rule && edits && <BankRuleDialog rule={rule} onClose={() => setEdits(false)} />}
    </RecordPage>
  );
}

function RuleFacts({ rule: { conditions, action, order, activeFrom } }: { readonly rule: TestedRule }) {
  const t = useT();
  const { money, date } = useFormats();
  const { direction, texts, without, partyName, partyIban, code, least, most } = conditions;
  const { tax } = useTaxChoices();
  const does = doesOf(action);
  const { data: supplier } = useSupplier(action.bill?.supplierId);
  return (
    <Section title={t('billing.facts')}>
      <Facts
        facts={[
          [t('bankRules.fields.direction'), t(`bankRules.directions.${direction}`)],
          [t('bankRules.fields.texts'), texts?.join(' / ')],
          [t('bankRules.fields.without'), without?.join(' / ')],
          [t('bankRules.fields.partyName'), partyName],
          [t('bankRules.fields.partyIban'), partyIban],
          [t('bankRules.fields.code'), code],
          [t('bankRules.fields.least'), least && money(least)],
          [t('bankRules.fields.most'), most && money(most)],
          [t('bankRules.fields.does'), t(`bankRules.does.${does}`)],
          [t('bankRules.fields.supplierId'), supplier?.name],
          [t('bankRules.posts'), accountsIn(action)],
          [t('bankRules.fields.taxCode'), action.bill && tax(action.bill.taxCode, today())],
          [t('bankRules.fields.withholding'), action.bill?.withholding],
          [t('bankRules.fields.upTo'), action.difference && money(action.difference.upTo)],
          [t('bankRules.fields.order'), String(order)],
          [t('bankRules.fields.activeFrom'), activeFrom && date(activeFrom)],
        ]}
      />
    </Section>
  );
}
