import { UnstyledButton } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { post, StepDialog, step } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { AttachPaper, billAwaiting, PaperSupplier } from '../../finance/public.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { DocumentFlags } from './document-flags.tsx';
import { DocumentPaper } from './document-paper.tsx';
import { PassedTo } from './document-passed.tsx';
import { DocumentPurpose } from './document-purpose.tsx';
import { DocumentSplit } from './document-split.tsx';
import { readMoney } from './read-money.ts';
import { type PaperPlace, showPlace } from './shown-place.ts';
import { SignatureText, SignatureTrust } from './signature-trust.tsx';

type Document = Schemas['DocumentRow'];
const EVERY = 1500;
/** What reading it again may help. */
const RETRIED: readonly Document['state'][] = ['review', 'quarantined', 'failed'];
const UNDER_WAY: readonly Document['state'][] = ['waiting', 'reading'];

/** One document: its page, what was read of it and how surely, what to look at, and the step that enters it. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const { documentId } = useParams({ strict: false }) as { documentId: string };
  const query = $api.useQuery(
    'get',
    '/documents/{documentId}',
    { params: { path: { documentId } } },
    { refetchInterval: ({ state: { data } }) => (data && UNDER_WAY.includes(data.state) ? EVERY : false) },
  );
  const { data: document } = query;
  const [active, setActive] = useState<Step>();
  const credit = document !== undefined && isCredit(document);
  const seemsSeveral = (document?.starts?.length ?? 0) > 1;
  const claim = () => void navigate({ to: '/expenses/new', search: { documentId } } as never);
  const enter = () => void navigate({ to: `/payables/${credit ? 'credit-notes' : 'bills'}/new`, search: { documentId } } as never);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/documents', label: t('menu.documents') }}
      title={document?.fileName ?? ''}
      badges={document && <StateBadge kind="intake-document" state={document.state} />}
      answered={document?.actions}
      actions={document ? stepsOf(document, { t, start: setActive, enter, claim }) : []}
      halves
      aside={document && <DocumentPaper document={document} />}
    >
      {document && (
        <>
          <DocumentPurpose document={document} />
          <PassedTo document={document} />
          <DocumentFlags document={document} />
          <SignatureTrust document={document} />
          <PaperSupplier paper={document} />
          {/* Where its pages seem to be several documents, that comes before what was read of them as one. */}
          {seemsSeveral && <DocumentSplit key={document.id} document={document} />}
          <Fields document={document} />
          {!seemsSeveral && <DocumentSplit key={document.id} document={document} />}
          <Timeline id={document.id} />
          {active === 'attach' && <AttachPaper paper={document} onClose={() => setActive(undefined)} />}
          {active === 'keep' && <StepDialog {...keepDocument(document, t)} onClose={() => setActive(undefined)} />}
          {active === 'join' && <StepDialog {...joinDocument(document, t)} onClose={() => setActive(undefined)} />}
          {active === 'pass' && <StepDialog {...passDocument(document, t)} onClose={() => setActive(undefined)} />}
          {active === 'again' && <StepDialog {...readAgain(document, t)} onClose={() => setActive(undefined)} />}
          {active === 'reopen' && <StepDialog {...reopenDocument(document, t)} onClose={() => setActive(undefined)} />}
        </>
      )}
    </RecordPage>
  );
}

type Step = 'attach' | 'join' | 'keep' | 'reopen' | 'again' | 'pass';
const isCredit = ({ purpose, fields }: Document): boolean =>
  purpose === 'credit-note' || (purpose !== 'bill' && fields?.isCreditNote === true);
/** What is entered here; other papers are dealt with elsewhere. */
const ENTERED: readonly Document['purpose'][] = [undefined, 'bill', 'credit-note', 'receipt', 'other'];
interface StepContext {
  readonly t: ReturnType<typeof useT>;
  readonly start: (step: Step) => void;
  readonly enter: () => void;
  readonly claim: () => void;
}

function stepsOf(document: Document & { readonly expense?: unknown }, { t, start, enter, claim }: StepContext) {
  const credit = isCredit(document);
  const isReceipt = document.purpose === 'receipt';
  const waits = (document.state === 'review' || document.state === 'ready') && ENTERED.includes(document.purpose);
  const awaited = billAwaiting(document) !== undefined;
  const steps = [
    {
      ...{ id: 'attach', label: t('documents.attach'), needs: 'attachBillPaper' as const, primary: true, start: () => start('attach') },
      shown: waits && awaited,
    },
    {
      ...{ id: 'pass', label: t('documents.pass.action'), needs: 'passDocument' as const, primary: true, start: () => start('pass') },
      shown: document.state === 'review' && (document.purpose === 'statement' || document.purpose === 'orders'),
    },
    {
      ...{ id: 'claim', label: t('documents.purpose.leads.receipt'), needs: 'submitExpenseClaim' as const, primary: true, start: claim },
      // Whoever may not enter a bill of it is proposed to claim it.
      shown: waits && (isReceipt || document.expense !== undefined),
    },
    {
      ...{
        id: 'enter',
        label: t(credit ? 'documents.enterCredit' : 'documents.enter'),
        primary: !isReceipt && !awaited,
        start: enter,
        shown: waits,
      },
      needs: credit ? ('recordSupplierCreditNote' as const) : ('recordSupplierBill' as const),
    },
    {
      ...{ id: 'again', label: t('documents.again.action'), needs: 'readAgain' as const, start: () => start('again') },
      shown: RETRIED.includes(document.state),
    },
    {
      ...{ id: 'join', label: t('documents.join.action'), needs: 'joinDocument' as const, start: () => start('join') },
      shown: document.state === 'split' && document.starts !== undefined,
    },
    { id: 'keep', label: t('documents.keep.action'), needs: 'keepDocument' as const, start: () => start('keep'), shown: true },
    {
      ...{ id: 'reopen', label: t('documents.reopen.action'), needs: 'reopenDocument' as const, start: () => start('reopen') },
      shown: document.state === 'kept' || document.state === 'passed',
    },
  ];
  return steps.flatMap(({ shown, ...each }) => (shown ? [each] : []));
}

const keepDocument = ({ id, fileName }: Document, t: ReturnType<typeof useT>) =>
  step(post('/documents/{documentId}/keeping', { documentId: id }), {
    title: t('documents.keep.title', { fileName }),
    confirm: t('documents.keep.action'),
    says: t('documents.keep.text'),
    done: () => t('documents.keep.done', { fileName }),
  });

const readAgain = ({ id, fileName }: Document, t: ReturnType<typeof useT>) =>
  step(post('/documents/{documentId}/reading', { documentId: id }), {
    title: t('documents.again.title', { fileName }),
    confirm: t('documents.again.action'),
    says: t('documents.again.text'),
    done: () => t('documents.again.done', { fileName }),
  });

const joinDocument = ({ id, fileName }: Document, t: ReturnType<typeof useT>) =>
  step(post('/documents/{documentId}/joining', { documentId: id }), {
    title: t('documents.join.title', { fileName }),
    confirm: t('documents.join.action'),
    says: t('documents.join.text'),
    done: () => t('documents.join.done', { fileName }),
  });

const passDocument = ({ id, fileName }: Document, t: ReturnType<typeof useT>) =>
  step(post('/documents/{documentId}/passing', { documentId: id }), {
    title: t('documents.pass.title', { fileName }),
    confirm: t('documents.pass.action'),
    says: t('documents.pass.text'),
    done: () => t('documents.pass.done', { fileName }),
  });

const reopenDocument = ({ id, fileName }: Document, t: ReturnType<typeof useT>) =>
  step(post('/documents/{documentId}/reopening', { documentId: id }), {
    title: t('documents.reopen.title', { fileName }),
    confirm: t('documents.reopen.action'),
    says: t('documents.reopen.text'),
    done: () => t('documents.reopen.done', { fileName }),
  });

/** What was read, each with how sure that is. */
function Fields({ document: { fields, signature } }: { readonly document: Document }) {
  const t = useT();
  const { date, money, percent } = useFormats();
  if (!fields) return null;
  const amount = (minor: number) => money(readMoney(minor, fields.currency?.value));
  const shown = <V,>(
    field: { readonly value: V; readonly confidence: number; readonly place?: PaperPlace | undefined } | undefined,
    show: (value: V) => string,
  ) =>
    field && (
      <>
        <Shown text={show(field.value)} place={field.place} />{' '}
        <span className="dimmed">{t('documents.confidence', { percent: percent(String(Math.round(field.confidence * 100))) })}</span>
      </>
    );
  return (
    <Section title={t('documents.read')}>
      <Facts
        facts={[
          [t('documents.supplier'), shown(fields.supplierName, (value) => value)],
          [t('documents.taxId'), shown(fields.supplierTaxId, (value) => value)],
          ['IBAN', shown(fields.iban, (value) => value.replace(/(.{4})/g, '$1 ').trim())],
          [t('documents.number'), shown(fields.number, (value) => value)],
          [t('documents.date'), shown(fields.date, date)],
          ...(fields.instalments
            ? fields.instalments.map(
                (due) =>
                  [t('documents.dueDate'), [date(due.date), due.amount === undefined ? '' : amount(due.amount)].join(' ').trim()] as const,
              )
            : [[t('documents.dueDate'), shown(fields.dueDate, date)] as const]),
          ...fields.taxes.map(
            (field) =>
              [
                t('documents.base', { rate: percent(field.value.rate) }),
                shown(field, ({ base, tax }) => t('documents.baseAndTax', { base: amount(base), tax: amount(tax) })),
              ] as const,
          ),
          [t('documents.withholding'), shown(fields.withholding, amount)],
          [t('documents.total'), shown(fields.total, amount)],
          [t('documents.signature.title'), signature && <SignatureText signature={signature} />],
        ]}
      />
    </Section>
  );
}

/** A value that was read; where it stands on the page is shown as one comes to it. */
function Shown({ text, place }: { readonly text: string; readonly place: PaperPlace | undefined }) {
  const t = useT();
  if (!place) return text;
  const show = () => showPlace(place);
  return (
    <UnstyledButton className="link" aria-label={t('documents.showPlace', { value: text })} onFocus={show} onClick={show}>
      {text}
    </UnstyledButton>
  );
}
