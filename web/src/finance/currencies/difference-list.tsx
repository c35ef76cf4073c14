import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { addMonths, monthOf } from '#kernel/date.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, number, state, text } from '../../list/columns.tsx';
import { dates } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { useCan } from '../../session/session.ts';
import { DifferenceItems } from './difference-items.tsx';

/** Months whose end can be valued: a year back. */
const MONTHS = 12;

/** What is open in foreign currencies, at the rates of a month's end: shown before it is posted. */
function RevalueDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { month: monthText } = useFormats();
  const months = Array.from({ length: MONTHS }, (_, back) => addMonths(monthOf(today()), -1 - back));
  const [month, setMonth] = useState(months[0] ?? '');
  const body = { month };
  return (
    <ActionDialog
      title={t('currencies.revalue.title')}
      confirm={t('currencies.revalue.confirm')}
      size="xl"
      onClose={onClose}
      input={body}
      run={(how) => api.POST('/revaluations', { params: sending(how), body }).then(dataOf)}
      preview={({ items, entry }) => (
        <>
          <p role="status">{t('currencies.revalue.text')}</p>
          <DifferenceItems items={items} />
          <EntriesPreview entries={entry ? [entry] : []} />
        </>
      )}
      done={() => t('currencies.revalue.done', { month: monthText(month) })}
    >
      <Select
        label={t('currencies.revalue.month')}
        data={months.map((value) => ({ value, label: monthText(value) }))}
        value={month}
        allowDeselect={false}
        onChange={(value) => value && setMonth(value)}
        data-autofocus
      />
    </ActionDialog>
  );
}

function Revalue() {
  const t = useT();
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can('revalue')) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('currencies.revalue.action')}</Button>
      {open && <RevalueDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const plan = ({ t }: ListContext): ListPlan<Schemas['ExchangeDifference']> => ({
  id: 'exchange-differences',
  title: t('menu.exchangeDifferences'),
  load: load('/exchange-differences'),
  href: '/exchange-differences',
  columns: [
    number(),
    dayOf('date', ({ date }) => date, { header: t('currencies.day'), indexed: true }),
    state('exchange-difference', ({ cause }) => cause),
    text('text', (difference) => difference.text, { header: t('books.text'), hide: 'narrow' }),
    money('result', ({ result }) => result, { header: t('currencies.result') }),
  ],
  searchLabel: t('currencies.search'),
  filters: [dates()],
  actions: <Revalue />,
  empty: { title: t('currencies.none.title'), text: t('currencies.none.text') },
});

/** What rates have gained and lost. */
export const Screen = () => <RecordList spec={useList(plan)} />;
