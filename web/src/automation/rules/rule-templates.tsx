import { Button } from '@mantine/core';
import { useT } from '../../i18n/i18n.ts';
import styles from './rule.module.css';
import { EMPTY_RULE, type RuleDraft, type Trigger } from './rule-draft.ts';

interface Props {
  readonly triggers: readonly Trigger[];
  readonly onPick: (draft: RuleDraft) => void;
}

/** What rules are mostly for: a beginning that is then changed. */
const TEMPLATES = [
  {
    id: 'bigOrders',
    trigger: 'order.placed',
    items: [{ field: 'amount', op: 'over', value: '1000.00' }],
    effects: [{ do: 'tag', tags: ['grande'] }],
  },
  {
    id: 'tellInvoice',
    trigger: 'invoice.paid',
    items: [{ field: 'amount', op: 'atLeast', value: '500.00' }],
    effects: [{ do: 'tell', members: [], roles: ['accountant'], text: '{{number}} · {{customer}} · {{amount}}' }],
  },
  {
    id: 'doubtfulDocument',
    trigger: 'document.read',
    items: [{ field: 'doubts', op: 'over', value: '0' }],
    effects: [{ do: 'tell', members: [], roles: ['accountant'], text: '{{fileName}} · {{supplier}} · {{total}}' }],
  },
  {
    id: 'lowCash',
    trigger: 'cash.level',
    items: [
      { field: 'account', op: 'is', value: '57' },
      { field: 'balance', op: 'under', value: '5000.00' },
    ],
    effects: [{ do: 'tell', members: [], roles: ['owner', 'accountant'], text: '{{account}} · {{balance}}' }],
  },
  {
    id: 'overdue',
    trigger: 'invoice.overdue',
    items: [{ field: 'open', op: 'over', value: '300.00' }],
    effects: [{ do: 'tell', members: [], roles: ['accountant'], text: '{{number}} · {{customer}} · {{open}}' }],
  },
  {
    id: 'dueBills',
    trigger: 'bill.due',
    items: [{ field: 'daysLeft', op: 'atMost', value: '7' }],
    effects: [{ do: 'tell', members: [], roles: ['accountant'], text: '{{supplier}} · {{reference}} · {{open}} · {{dueDate}}' }],
  },
  {
    id: 'lowStock',
    trigger: 'stock.level',
    items: [{ field: 'available', op: 'under', value: '5' }],
    effects: [{ do: 'tell', members: [], roles: ['warehouse'], text: '{{code}} {{item}} · {{warehouse}} · {{available}}' }],
  },
  {
    id: 'monthWaits',
    trigger: 'month.waiting',
    items: [],
    effects: [{ do: 'tell', members: [], roles: ['accountant'], text: '{{month}} · {{failed}}' }],
  },
  {
    id: 'monthClosed',
    trigger: 'month.closed',
    items: [],
    effects: [{ do: 'tell', members: [], roles: ['owner', 'accountant'], text: '{{month}} · SHA-256 {{hash}}' }],
  },
  {
    id: 'booksSealed',
    trigger: 'books.sealed',
    items: [],
    effects: [{ do: 'tell', members: [], roles: ['owner'], text: '{{no}} · {{date}} · SHA-256 {{hash}}' }],
  },
  {
    id: 'monthlyTrial',
    trigger: 'clock.rings',
    schedule: { every: 'firstWorkday', hour: 8 },
    items: [],
    effects: [{ do: 'report', report: 'trial-balance', format: 'xlsx', members: [], roles: ['owner', 'accountant'], addresses: [] }],
  },
  {
    id: 'weeklyAgeing',
    trigger: 'clock.rings',
    schedule: { every: 'week', on: 1, hour: 8 },
    items: [],
    effects: [{ do: 'report', report: 'receivables-ageing', format: 'xlsx', members: [], addresses: [] }],
  },
] as const satisfies readonly (Pick<RuleDraft, 'trigger' | 'items' | 'effects'> &
  Partial<Pick<RuleDraft, 'schedule'>> & { readonly id: string })[];

export function RuleTemplates({ triggers, onPick }: Props) {
  const t = useT();
  const shown = TEMPLATES.filter(({ trigger }) => triggers.some(({ name }) => name === trigger));
  return (
    <fieldset className={styles.part}>
      <legend>{t('automation.templates.title')}</legend>
      <div className={styles.templates}>
        {shown.map(({ id, ...part }) => (
          <Button key={id} variant="light" onClick={() => onPick({ ...EMPTY_RULE, ...part, name: t(`automation.templates.${id}`) })}>
            {t(`automation.templates.${id}`)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
