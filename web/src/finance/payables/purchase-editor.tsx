import { useState } from 'react';
import { taxCodeOf } from '#domain/finance/tax/vat-es.ts';
import { BASE_CURRENCY } from '#kernel/money.ts';
import { post } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import { useNextDocument } from '../../automation/public.ts';
import { useTaxChoices } from '../../form/use-tax-choices.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useDimensionColumn } from '../../lines/dimension-column.tsx';
import { DocumentEditor, NewDocument, priced } from '../../lines/document-editor.tsx';
import type { Field } from '../../lines/field.tsx';
import { useDocument } from '../../lines/use-document.ts';
import { useAddress } from '../../list/address.ts';
import { PaperBeside, type ReadPaper, useReadPaper } from '../bill-proposals/paper-beside.tsx';
import { withPaper } from '../bill-proposals/proposed-draft.ts';
import { useCurrencyFields } from '../currencies/currency-fields.ts';
import { unitOf } from '../currencies/euros-field.tsx';
import { AccountField } from '../ledger/account-field.tsx';
import { DocumentLink } from '../receivables/documents.tsx';
import { withGoods, withQuantity } from '../received-goods/goods-lines.ts';
import { PickGoods } from '../received-goods/goods-picker.tsx';
import { PaperSupplier } from '../suppliers/paper-supplier.tsx';
import { SupplierPicker, useSupplier } from '../suppliers/supplier-picker.tsx';
import { capitalAdvice, emptyPurchase, type PurchaseDraft, type PurchaseLine, pricedPurchase, purchases } from './purchase-draft.ts';
import { type PurchaseKind, usePurchaseKind } from './purchase-kinds.ts';

/** A bill that came, or a credit note: of a supplier (`?supplierId=`), over a bill (`?corrects=`), as a document tells it (`?documentId=`). */
export function Screen() {
  const t = useT();
  const of = usePurchaseKind();
  const { supplierId, corrects = '', documentId } = useAddress().search;
  const read = useReadPaper(documentId);
  const first = useFirstSupplier(read.data);
  const supplier = useSupplier(supplierId ?? first);
  return (
    <NewDocument
      parent={{ to: of.list, label: t(of.menu) }}
      title={t(`${of.texts}.new`)}
      text={t(`${of.texts}.text`)}
      reading={read.isLoading || read.error ? read : supplier}
    >
      <PaperBeside paper={read.data}>
        {/* Another paper is another draft, though the screen stays. */}
        <Editor key={read.data?.id ?? ''} of={of} empty={() => emptyPurchase(supplier.data, corrects)} paper={read.data} />
      </PaperBeside>
    </NewDocument>
  );
}

/** The supplier that a paper came with: one that is entered beside it is picked there, and leaves what was typed. */
function useFirstSupplier(paper: ReadPaper | undefined): string | undefined {
  const [first, setFirst] = useState<{ readonly paper: string; readonly supplier?: string | undefined }>();
  if (paper && first?.paper !== paper.id) setFirst({ paper: paper.id, supplier: paper.proposal?.supplierId });
  return first?.paper === paper?.id ? first?.supplier : paper?.proposal?.supplierId;
}

interface Props {
  readonly of: PurchaseKind;
  readonly empty: () => PurchaseDraft;
  readonly paper?: ReadPaper | undefined;
}

type Entered = Pick<Schemas['SupplierBillRow'], 'id' | 'entry' | 'reference'>;

function usePurchase({ of: { kind, credit, list }, empty, paper }: Props) {
  const t = useT();
  const next = useNextDocument(paper?.id);
  const fresh = () => withPaper(empty(), paper);
  const initial = fresh();
  return useDocument(purchases(credit), {
    ...{ initial, fresh, faults: 'payables.faults', tries: true },
    name: `${kind}.${initial.supplier?.id ?? ''}.${initial.corrects}${paper ? `.${paper.id}` : ''}`,
    send: (body, how): Promise<Entered> => post(list, {})(body as never, how),
    // From a paper one goes on to the next that waits.
    done: ({ id, reference }) => ({ message: t('payables.entered', { reference }), ...(next ?? { to: `${list}/${id}` }) }),
  });
}

/** Supplier, days, lines; what they come to, and what the books will hold. */
function Editor(props: Props) {
  const t = useT();
  const { decimal } = useFormats();
  const editing = usePurchase(props);
  const { draft, change, discard } = editing;
  const { corrects } = draft;
  const { credit, texts } = props.of;
  const note = (line: PurchaseLine) => {
    if (line.left) return t(credit ? 'payables.match.billed' : 'payables.match.left', { left: decimal(line.left) });
    const advice = credit ? undefined : capitalAdvice(line, draft);
    return advice && t('payables.capitalCode', advice);
  };
  return (
    <DocumentEditor
      editing={editing}
      label={t(`${texts}.new`)}
      fields={useFields(props, editing)}
      columns={useColumns(draft)}
      totals={priced(() => pricedPurchase(draft))}
      foot={[
        { name: 'total', as: 'decimal', label: t(`${texts}.total`), hint: t('payables.totalHint'), unit: unitOf(draft.currency) },
        { name: 'notes', as: 'notes', label: t('billing.notes'), maxLength: 500 },
      ]}
      below={
        // Goods are given back over the bill that they were billed by.
        (!credit || corrects) && (
          <PickGoods corrects={corrects} onPick={(goods) => change((now) => withGoods(editing.kind, now, goods))} draft={draft} />
        )
      }
      note={note}
      entries={({ entry }) => (entry ? [entry] : [])}
      buttons={[{ label: t('payables.clear'), run: discard }, { label: t('payables.enter') }]}
    >
      {corrects && (
        <p>
          {t('payables.credits.corrects')}: <DocumentLink id={corrects} />
        </p>
      )}
    </DocumentEditor>
  );
}

function useFields({ of: { credit, texts }, paper }: Props, { draft, change }: ReturnType<typeof usePurchase>): Field<PurchaseDraft>[] {
  const t = useT();
  const { supplier, currency, corrects, lines } = draft;
  const pick = (picked: PurchaseDraft['supplier']) => change((now) => ({ ...now, supplier: picked }));
  const { withholdings } = useTaxChoices();
  const isOfUnion = lines.some(({ taxCode }) => taxCodeOf(taxCode || (supplier?.taxCode ?? ''))?.key349);
  const choices = [
    { value: '', label: t('payables.usualWithholding') },
    { value: 'none', label: t('payables.noWithholding') },
    ...withholdings,
  ];
  const due: Field<PurchaseDraft>[] = [
    { name: 'dueDate', as: 'date', label: t('billing.dueDate'), hint: t('payables.dueHint') },
    { name: 'dueDays', path: 'dueDates', as: 'text', label: t('payables.dueDays'), hint: t('payables.dueDaysHint'), maxLength: 200 },
  ];
  const words = (of: 'correctedPeriod' | 'declaredBase') => ({ label: t(`payables.credits.${of}`), hint: t(`payables.credits.${of}Hint`) });
  /** Of a credit note within the Union for no bill of the books. */
  const corrected: Field<PurchaseDraft>[] = [
    { ...words('correctedPeriod'), name: 'correctedPeriod', as: 'text', maxLength: 7 },
    { ...words('declaredBase'), name: 'declaredBase', as: 'decimal', unit: unitOf(BASE_CURRENCY) },
  ];
  return [
    {
      ...{ name: 'supplier', path: 'supplierId', as: 'own', label: t('payables.supplier'), required: true, long: true },
      autoFocus: supplier === undefined,
      input: ({ value: _value, onChange: _change, ...looks }) => (
        <>
          {/* Another supplier, by the address too, is another field: its text is its own. */}
          <SupplierPicker key={supplier?.id ?? ''} {...looks} value={supplier} onChange={pick} path="supplierId" />
          {paper && !supplier && <PaperSupplier paper={paper} onDone={pick} />}
        </>
      ),
    },
    { name: 'reference', as: 'text', label: t('payables.reference'), required: true, maxLength: 40 },
    { name: 'date', as: 'date', label: t(`${texts}.date`), required: true },
    { name: 'receivedOn', as: 'date', label: t('payables.receivedOn'), hint: t('payables.receivedHint') },
    ...(credit ? (isOfUnion && !corrects ? corrected : []) : due),
    { name: 'withholding', as: 'choice', label: t('payables.withheld'), choices, long: true },
    ...useCurrencyFields<PurchaseDraft>(currency),
  ];
}

function useColumns({ supplier, date, currency, lines }: PurchaseDraft): Field<PurchaseLine>[] {
  const t = useT();
  const dimensions = useDimensionColumn<PurchaseLine>();
  const { tax, taxesOn } = useTaxChoices();
  const day = date && date >= '1995-01-01' ? date : today();
  const usual = supplier?.taxCode;
  const others = taxesOn(day, (code) => tax(code, day)).filter(({ value }) => value !== usual);
  const quantity: Field<PurchaseLine> = {
    ...{ name: 'quantity', path: 'receipt', as: 'decimal', label: t('billing.lines.quantity'), width: '104px' },
    disabled: ({ receipt }) => !receipt,
    set: (typed: never, line) => withQuantity(line, typed),
  };
  return [
    {
      ...{ name: 'account', as: 'own', width: 'minmax(180px, 1.4fr)' },
      label: supplier?.expenseAccount ? t('payables.usualAccount', { account: supplier.expenseAccount }) : t('payables.account'),
      input: (props) => <AccountField {...props} />,
      // Another account: it is for no goods any more.
      set: (account: never) => ({ account, receipt: '', quantity: '', left: '', unitPrice: '' }),
    },
    { name: 'text', as: 'text', label: t('billing.lines.concept'), maxLength: 160, width: 'minmax(110px, 1fr)' },
    ...(lines.some(({ receipt }) => receipt) ? [quantity] : []),
    { name: 'net', as: 'decimal', label: t('payables.net'), unit: unitOf(currency), width: '136px' },
    {
      ...{ name: 'taxCode', as: 'choice', label: t('billing.lines.vat'), width: '150px' },
      choices: [{ value: '', label: usual ? tax(usual, day) : '' }, ...others],
    },
    ...dimensions,
  ];
}
