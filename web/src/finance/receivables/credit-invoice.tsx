import { SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { centsOf, inCurrency } from '../../api/money.ts';
import { useStepFields } from '../../form/step-fields.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { CreditLines, type CreditMode, requestedLines } from './credit-lines.tsx';

const MODES = ['all', 'quantity', 'net'] as const;

/** Credits an invoice by a corrective invoice: all that is left of it, pieces of its lines, or amounts off them. */
export function CreditInvoiceDialog({ invoice, onClose }: { readonly invoice: Schemas['InvoiceRow']; readonly onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [mode, setMode] = useState<CreditMode>('all');
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const step = useStepFields({ reason: {}, date: { min: invoice.date } });
  const lines = mode === 'all' ? undefined : requestedLines(mode, typed, invoice.foreign?.currency ?? BASE_CURRENCY);
  const body = { ...step.body, ...(lines ? { lines } : {}) };
  const incomplete = lines?.length === 0 ? t('billing.credit.nothing') : step.incomplete;
  return (
    <ActionDialog
      title={t('billing.credit.title', { number: invoice.number })}
      confirm={t('billing.credit.confirm')}
      danger
      onClose={onClose}
      input={body}
      incomplete={incomplete}
      run={(how) =>
        api.POST('/invoices/{invoiceId}/credit-notes', { params: { path: { invoiceId: invoice.id }, ...sending(how) }, body }).then(dataOf)
      }
      preview={(note) => <CreditPreview note={note} invoice={invoice} />}
      done={({ number }) => t('billing.credit.done', { number })}
      onDone={({ id }) => void navigate({ to: `/credit-notes/${id}` as never })}
    >
      <SegmentedControl
        aria-label={t('billing.credit.what')}
        data={MODES.map((value) => ({ value, label: t(`billing.credit.modes.${value}`) }))}
        value={mode}
        onChange={(value) => {
          setMode(value as CreditMode);
          setTyped({});
        }}
      />
      {mode !== 'all' && <CreditLines invoice={invoice} mode={mode} typed={typed} onChange={setTyped} />}
      {step.inputs}
    </ActionDialog>
  );
}

/** What the credit note will say, and where its money goes: the open invoice first, the rest stays to the customer. */
function CreditPreview({ note, invoice }: { readonly note: Schemas['CreditNoteRow']; readonly invoice: Schemas['InvoiceRow'] }) {
  const t = useT();
  const { money } = useFormats();
  const [gross, open] = note.foreign ? [note.foreign.gross, note.foreign.open] : [note.totals.gross, note.open];
  const taken = centsOf(gross) - centsOf(open);
  return (
    <>
      <p role="status">
        {t('billing.credit.makes', { number: note.number, amount: money(gross) })}{' '}
        {taken > 0 && t('billing.credit.takes', { amount: money(inCurrency(taken, gross.currency)), number: invoice.number })}{' '}
        {centsOf(open) > 0 && t('billing.credit.leaves', { amount: money(open) })}
      </p>
      <EntriesPreview entries={note.entry ? [note.entry] : []} />
    </>
  );
}
