import { useLocation } from '@tanstack/react-router';
import { INPUT_TAX_CODES, isInForce, taxCodeOf, taxPercent } from '#domain/finance/tax/vat-es.ts';
import { WITHHOLDING_ES } from '#domain/finance/tax/withholding-es.ts';
import { BASE_CURRENCY, CURRENCIES } from '#kernel/money.ts';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { useNextDocument } from '../../automation/public.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { useDimensionColumn } from '../../lines/dimension-column.tsx';
import { DocumentEditor, NewDocument, priced } from '../../lines/document-editor.tsx';
import type { Field } from '../../lines/field.tsx';
import { useDocument } from '../../lines/use-document.ts';
import { useAddress } from '../../list/address.ts';
import { PaperBeside, type ReadPaper, useReadPaper } from '../bill-proposals/paper-beside.tsx';
import { withPaper } from '../bill-proposals/proposed-draft.ts';
import { unitOf } from '../currencies/euros-field.tsx';
import { AccountField } from '../ledger/account-field.tsx';
import { DocumentLink } from '../receivables/documents.tsx';
import { withGoods, withQuantity } from '../received-goods/goods-lines.ts';
import { PickGoods } from '../received-goods/goods-picker.tsx';
import { SupplierPicker, useSupplier } from '../suppliers/supplier-picker.tsx';
import {
  capitalAdvice,
  type DraftSupplier,
  emptyPurchase,
  type PurchaseDraft,
  type PurchaseLine,
  pricedPurchase,
  purchases,
} from './purchase-draft.ts';

/** A bill that came, or a credit note: of a supplier (`?supplierId=`), over a bill (`?corrects=`), as a document tells it (`?documentId=`). */
export function Screen() {
  const t = useT();
  const credit = useLocation().pathname.startsWith('/payables/credit-notes');
  const { supplierId, corrects = '', documentId } = useAddress().search;
  const read = useReadPaper(documentId);
  const supplier = useSupplier(supplierId ?? read.data?.proposal?.supplierId);
  const query = read.isLoading || read.error ? read : supplier;
  return (
    <NewDocument
      parent={
        credit
          ? { to: '/payables/credit-notes', label: t('menu.supplierCreditNotes') }
          : { to: '/payables/bills', label: t('menu.supplierBills') }
      }
      title={t(credit ? 'payables.credits.new' : 'payables.bills.new')}
      text={t(credit ? 'payables.credits.text' : 'payables.bills.text')}
      reading={query}
    >
      <PaperBeside paper={read.data}>
        {/* Another paper is another draft, though the screen stays. */}
        <Editor key={read.data?.id ?? ''} credit={credit} corrects={corrects} supplier={supplier.data} paper={read.data} />
      </PaperBeside>
    </NewDocument>
  );
}

interface Props {
  readonly credit: boolean;
  readonly corrects: string;
  readonly supplier: DraftSupplier | undefined;
  readonly paper?: ReadPaper | undefined;
}

/** Supplier, days, lines; what they come to, and what the books will hold. */
function Editor({ credit, corrects, supplier, paper }: Props) {
  const t = useT();
  const next = useNextDocument(paper?.id);
  const empty = () => withPaper(emptyPurchase(supplier, corrects), paper);
  const editing = useDocument(purchases(credit), {
    name: `${credit ? 'supplier-credit-note' : 'supplier-bill'}.${supplier?.id ?? ''}.${corrects}${paper ? `.${paper.id}` : ''}`,
    initial: empty(),
    fresh: empty,
    faults: 'payables.faults',
    tries: true,
    send: (body, how): Promise<Pick<Schemas['SupplierBillRow'], 'id' | 'entry' | 'reference'>> =>
      credit
        ? api.POST('/payables/credit-notes', { params: sending(how), body }).then(dataOf)
        : api.POST('/payables/bills', { params: sending(how), body: body as Schemas['RecordSupplierBill'] }).then(dataOf),
    done: ({ id, reference }) => ({
      message: t('payables.entered', { reference }),
      // From a paper one goes on to the next that waits.
      ...(next ?? { to: `/payables/${credit ? 'credit-notes' : 'bills'}/${id}` }),
    }),
  });
  const { draft, change, discard } = editing;
  const { decimal } = useFormats();
  const totals = priced(() => pricedPurchase(draft));
  return (
    <DocumentEditor
      editing={editing}
      label={t(credit ? 'payables.credits.new' : 'payables.bills.new')}
      fields={useFields(draft, credit, (picked) => change((now) => ({ ...now, supplier: picked })))}
      columns={useColumns(draft)}
      totals={totals}
      foot={[
        { name: 'total', as: 'decimal', label: t('payables.total'), hint: t('payables.totalHint'), unit: unitOf(draft.currency) },
        { name: 'notes', as: 'notes', label: t('billing.notes'), maxLength: 500 },
      ]}
      below={
        // Goods are given back over the bill that they were billed by.
        (!credit || corrects) && (
          <PickGoods corrects={corrects} onPick={(goods) => change((now) => withGoods(editing.kind, now, goods))} draft={draft} />
        )
      }
      note={(line) => {
        const { left } = line;
        if (left) return t(credit ? 'payables.match.billed' : 'payables.match.left', { left: decimal(left) });
        const advice = credit ? undefined : capitalAdvice(line, draft);
        return advice && t('payables.capitalCode', advice);
      }}
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

function useFields(
  { supplier, currency, corrects, lines }: PurchaseDraft,
  credit: boolean,
  pick: (supplier: DraftSupplier | undefined) => void,
): Field<PurchaseDraft>[] {
  const t = useT();
  const english = useLanguage() === 'en';
  const withholdings = [
    { value: '', label: t('payables.usualWithholding') },
    { value: 'none', label: t('payables.noWithholding') },
    ...WITHHOLDING_ES.map(({ code, name, nameEn, percent }) => ({ value: code, label: `${english ? nameEn : name} (${percent} %)` })),
  ];
  return [
    {
      name: 'supplier',
      path: 'supplierId',
      as: 'own',
      label: t('payables.supplier'),
      required: true,
      autoFocus: supplier === undefined,
      long: true,
      input: ({ value: _value, onChange: _change, ...looks }) => (
        // Another supplier, by the address too, is another field: its text is its own.
        <SupplierPicker key={supplier?.id ?? ''} {...looks} value={supplier} onChange={pick} path="supplierId" />
      ),
    },
    { name: 'reference', as: 'text', label: t('payables.reference'), required: true, maxLength: 40 },
    { name: 'date', as: 'date', label: t('payables.date'), required: true },
    { name: 'receivedOn', as: 'date', label: t('payables.receivedOn'), hint: t('payables.receivedHint') },
    ...(credit
      ? []
      : [
          { name: 'dueDate', as: 'date', label: t('billing.dueDate'), hint: t('payables.dueHint') } as const,
          {
            name: 'dueDays',
            path: 'dueDates',
            as: 'text',
            label: t('payables.dueDays'),
            hint: t('payables.dueDaysHint'),
            maxLength: 60,
          } as const,
        ]),
    ...(credit && !corrects && lines.some(({ taxCode }) => taxCodeOf(taxCode || (supplier?.taxCode ?? ''))?.key349)
      ? correctedFields(t)
      : []),
    { name: 'withholding', as: 'choice', label: t('payables.withheld'), choices: withholdings, long: true },
    { name: 'currency', as: 'choice', label: t('currencies.currency'), choices: CURRENCIES.map((code) => ({ value: code, label: code })) },
    ...(currency === BASE_CURRENCY
      ? []
      : [{ name: 'rate', as: 'decimal', label: t('currencies.rateOf', { currency }), hint: t('currencies.rateHint') } as const]),
  ];
}

/** Of a credit note within the Union for no bill of the books. */
const correctedFields = (t: ReturnType<typeof useT>): Field<PurchaseDraft>[] => [
  {
    name: 'correctedPeriod',
    as: 'text',
    label: t('payables.credits.correctedPeriod'),
    hint: t('payables.credits.correctedPeriodHint'),
    maxLength: 7,
  },
  {
    name: 'declaredBase',
    as: 'decimal',
    label: t('payables.credits.declaredBase'),
    hint: t('payables.credits.declaredBaseHint'),
    unit: unitOf(BASE_CURRENCY),
  },
];

function useColumns({ supplier, date, currency, lines }: PurchaseDraft): Field<PurchaseLine>[] {
  const t = useT();
  const { percent } = useFormats();
  const dimensions = useDimensionColumn<PurchaseLine>();
  const english = useLanguage() === 'en';
  const day = date && date >= '1995-01-01' ? date : today();
  const rate = (code: string) => {
    const known = taxCodeOf(code);
    const name = english ? known?.nameEn : known?.name;
    return `${code}${isInForce(code, day) ? ` · ${percent(taxPercent(code, day))}` : ''}${name ? ` · ${name}` : ''}`;
  };
  const codes = [
    { value: '', label: supplier?.taxCode ? rate(supplier.taxCode) : '' },
    ...INPUT_TAX_CODES.filter((code) => code !== supplier?.taxCode && isInForce(code, day)).map((code) => ({
      value: code,
      label: rate(code),
    })),
  ];
  return [
    {
      name: 'account',
      as: 'own',
      label: supplier?.expenseAccount ? t('payables.usualAccount', { account: supplier.expenseAccount }) : t('payables.account'),
      input: (props) => <AccountField {...props} />,
      // Another account: it is for no goods any more.
      set: (account: never) => ({ account, receipt: '', quantity: '', left: '', unitPrice: '' }),
      width: 'minmax(180px, 1.4fr)',
    },
    { name: 'text', as: 'text', label: t('billing.lines.concept'), maxLength: 160, width: 'minmax(110px, 1fr)' },
    ...(lines.some(({ receipt }) => receipt)
      ? [
          {
            name: 'quantity',
            path: 'receipt',
            as: 'decimal',
            label: t('billing.lines.quantity'),
            disabled: ({ receipt }) => !receipt,
            set: (quantity: never, line) => withQuantity(line, quantity),
            width: '104px',
          } satisfies Field<PurchaseLine>,
        ]
      : []),
    { name: 'net', as: 'decimal', label: t('payables.net'), unit: unitOf(currency), width: '136px' },
    { name: 'taxCode', as: 'choice', label: t('billing.lines.vat'), choices: codes, width: '150px' },
    ...dimensions,
  ];
}
