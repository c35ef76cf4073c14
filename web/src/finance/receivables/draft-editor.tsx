import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useTaxChoices } from '../../form/use-tax-choices.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useDimensionColumn } from '../../lines/dimension-column.tsx';
import { DocumentEditor, priced } from '../../lines/document-editor.tsx';
import type { Field } from '../../lines/field.tsx';
import { useDocument } from '../../lines/use-document.ts';
import type { Search } from '../../list/address.ts';
import { useWords } from '../../list/columns.tsx';
import { useCan } from '../../session/session.ts';
import { ItemPicker } from '../../ui/record-picker.tsx';
import { AdvanceField } from '../advances/advance-field.tsx';
import { OrderField } from '../advances/order-field.tsx';
import { useCurrencyFields } from '../currencies/currency-fields.ts';
import { unitOf } from '../currencies/euros-field.tsx';
import { type InvoiceDraft, type InvoiceLine, invoiceDrafts, OWN, pricedInvoice, withItem } from './invoice-draft.ts';
import { deleteDraft, issueDraft } from './receivables-steps.ts';

type Saved = Schemas['DraftRow'] | undefined;

interface Props {
  /** As it is at the server; `undefined` for a new one. */
  readonly saved: Saved;
  readonly initial: InvoiceDraft;
}

function useInvoiceDraft({ saved, initial }: Props) {
  const t = useT();
  return useDocument(invoiceDrafts, {
    // What somebody else has saved meanwhile is not written over by what was typed upon the draft as it was.
    name: `invoice-draft.${saved ? `${saved.id}.${saved.rev}` : (initial.customer?.id ?? '') + initial.orderId}`,
    initial,
    faults: 'billing.drafts.faults',
    send: (body, { key }): Promise<Schemas['DraftRow']> =>
      saved
        ? // What was emptied is cleared.
          api
            .PATCH('/invoice-drafts/{draftId}', {
              params: { path: { draftId: saved.id } },
              body: {
                date: null,
                discount: null,
                charge: null,
                advances: [],
                orderId: null,
                issuedBy: null,
                paymentDays: null,
                notes: null,
                currency: null,
                rate: null,
                withholding: null,
                ...body,
              } as never,
            })
            .then(dataOf)
        : api.POST('/invoice-drafts', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf),
    // After a first saving the address is the draft's own.
    done: ({ id, number }, mode) => ({
      message: t('billing.drafts.saved', { number }),
      to: `/invoice-drafts/${id}`,
      search: mode === 'issue' ? { issue: 'true' } : {},
      replace: true,
    }),
  });
}

/** A draft being written: customer, lines, live totals by the rules that the invoice is made with. */
export function DraftEditor(props: Props) {
  const { saved } = props;
  const t = useT();
  const can = useCan();
  const editing = useInvoiceDraft(props);
  const { draft, change, changed, discard } = editing;
  const totals = priced(() => pricedInvoice(draft));
  const dialogs = useDialogs(saved);
  const ready = saved !== undefined && !changed;
  return (
    <>
      <DocumentEditor
        editing={editing}
        label={t('billing.drafts.form')}
        fields={useFields(draft, saved === undefined)}
        columns={useColumns(draft, totals.nets, saved === undefined)}
        below={
          <ItemPicker
            // A new picker for each line: what was picked last is in its line.
            key={draft.lines.length}
            bare
            label={t('billing.drafts.addItem')}
            value={undefined}
            onChange={(item) => item && change((now) => withItem(now, item))}
          />
        }
        totals={totals}
        foot={[
          { name: 'discountPercent', path: 'discount', as: 'decimal', label: t('advances.adjust.percent'), unit: '%' },
          {
            name: 'discountAmount',
            path: 'discount',
            as: 'decimal',
            label: t('advances.adjust.amount'),
            unit: unitOf(draft.currency),
          },
          { name: 'chargeAmount', path: 'charge', as: 'decimal', label: t('advances.adjust.charge'), unit: unitOf(draft.currency) },
          { name: 'chargeReason', path: 'charge', as: 'text', label: t('advances.adjust.reason'), maxLength: 80 },
          { name: 'notes', as: 'notes', label: t('billing.notes'), maxLength: 500 },
          { name: 'pricesIncludeTax', as: 'switch', label: t('billing.pricesIncludeTax') },
          { name: 'advance', as: 'switch', label: t('advances.is') },
        ]}
        keys={<span role="status">{changed && t('billing.drafts.unsaved')}</span>}
        buttons={[
          ...(saved && can('deleteDraft') ? [{ label: t('billing.drafts.delete.action'), run: dialogs.remove, danger: true }] : []),
          ...(changed ? [{ label: t('billing.drafts.discard'), run: discard }] : []),
          { label: t('billing.drafts.save'), disabled: ready },
          ...(can('issueDraft')
            ? [
                ready
                  ? { label: t('billing.drafts.issue.action'), run: dialogs.issue }
                  : { label: t('billing.drafts.issue.saveFirst'), mode: 'issue' },
              ]
            : []),
        ]}
      />
      {dialogs.open}
    </>
  );
}

/** Issuing, also right after it was saved to be issued; and deleting. */
function useDialogs(saved: Saved) {
  const words = useWords();
  const can = useCan();
  const navigate = useNavigate();
  const { issue } = useSearch({ strict: false }) as Search;
  const [deleting, setDeleting] = useState(false);
  const ask = (search: object) => void navigate({ to: '.', search, replace: true } as never);
  return {
    issue: () => ask({ issue: 'true' }),
    remove: () => setDeleting(true),
    open: saved && (
      <>
        {issue === 'true' && can('issueDraft') && <StepDialog {...issueDraft(saved, words)} onClose={() => ask({})} />}
        {deleting && <StepDialog {...deleteDraft(saved, words)} onClose={() => setDeleting(false)} />}
      </>
    ),
  };
}

/** Who issues it, where the settings name somebody. */
function useIssuers(chosen: string): Field<InvoiceDraft>[] {
  const t = useT();
  const can = useCan();
  const { data } = $api.useQuery('get', '/e-invoicing/settings', {}, { enabled: can('getEInvoicing') });
  const issuers = (data?.issuers ?? []).filter(({ letters, ended }) => !ended || letters === chosen);
  if (issuers.length === 0) return [];
  const choices = [
    { value: OWN, label: t('billing.drafts.own') },
    ...issuers.map(({ letters, name }) => ({ value: letters, label: `${name} (F${letters})` })),
  ];
  return [{ name: 'issuedBy', as: 'choice', label: t('billing.drafts.issuedBy'), hint: t('billing.drafts.issuedByText'), choices }];
}

function useFields({ customer, currency, advance, issuedBy }: InvoiceDraft, isNew: boolean): Field<InvoiceDraft>[] {
  const t = useT();
  const issuers = useIssuers(issuedBy);
  const { saleWithholdings } = useTaxChoices();
  const advances: Field<InvoiceDraft> = {
    name: 'advances',
    as: 'own',
    label: t('advances.takenOff'),
    input: (props) => <AdvanceField {...props} customerId={customer?.id} />,
  };
  const order: Field<InvoiceDraft> = {
    name: 'orderId',
    as: 'own',
    label: t('advances.forOrder'),
    hint: t('advances.forOrderText'),
    input: (props) => <OrderField {...props} customerId={customer?.id} />,
  };
  const withheld: Field<InvoiceDraft> = {
    ...{ name: 'withholding', as: 'choice', label: t('payables.withheld'), hint: t('tax.withheldOfSales'), long: true },
    choices: [{ value: '', label: t('payables.noWithholding') }, ...saleWithholdings],
  };
  return [
    { name: 'customer', path: 'customerId', as: 'customer', label: t('billing.customer'), autoFocus: isNew && customer === undefined },
    { name: 'date', as: 'date', label: t('billing.date'), hint: t('billing.drafts.dateText') },
    { name: 'paymentDays', as: 'decimal', label: t('billing.drafts.paymentDays'), hint: t('billing.drafts.paymentDaysText') },
    ...useCurrencyFields<InvoiceDraft>(currency),
    ...(currency === BASE_CURRENCY ? [advance ? order : advances] : []),
    ...(currency === BASE_CURRENCY ? [withheld] : []),
    ...issuers,
  ];
}

function useColumns({ date, customer, currency }: InvoiceDraft, nets: ReadonlyMap<string, number>, isNew: boolean): Field<InvoiceLine>[] {
  const t = useT();
  const dimensions = useDimensionColumn<InvoiceLine>();
  return [
    {
      name: 'name',
      as: 'text',
      autoFocus: isNew && customer !== undefined,
      label: t('billing.drafts.fields.name'),
      maxLength: 160,
      left: ({ code }) => code,
    },
    { name: 'quantity', as: 'decimal', label: t('billing.drafts.fields.quantity'), width: '84px' },
    { name: 'unit', as: 'text', label: t('billing.drafts.fields.unit'), maxLength: 6, width: '72px' },
    { name: 'price', as: 'decimal', label: t('billing.drafts.fields.price'), unit: unitOf(currency), width: '116px' },
    { name: 'discount', as: 'decimal', label: t('billing.drafts.fields.discount'), unit: '%', width: '92px' },
    { name: 'taxCode', as: 'vat', label: t('billing.drafts.fields.taxCode'), date: date || today() },
    ...dimensions,
    { name: 'key', as: 'amount', label: t('billing.lines.net'), of: ({ key }) => nets.get(key), currency },
  ];
}
