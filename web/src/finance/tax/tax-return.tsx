import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TOTAL_FORMS, YEARLY } from '#domain/finance/tax/forms.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import { hrefOf } from '../../record/kinds.ts';
import { IconPrinter } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { refusalText } from '../../ui/problem-text.ts';
import { useTitle } from '../../ui/title.ts';
import ledger from '../ledger/ledger.module.css';
import { StatementHead } from '../ledger/statement-head.tsx';
import { documentName } from '../receivables/documents.tsx';
import { FilingActions, Filings, type GivenBoxes, PaperAction, Receipt, ReceiptAction, Refunded } from './filed-returns.tsx';
import { FormLines } from './form-lines.tsx';
import { quarterOf, quartersUntil } from './periods.ts';
import { BoxSettings } from './tax-boxes.tsx';
import styles from './tax-return.module.css';

type TaxReturn = Schemas['TaxReturn'];
const SECTIONS = ['output', 'input', 'result', 'information'] as const;
const FIRST = '2026-1T';
const AMOUNT = /^\d{1,10}([.,]\d{1,2})?$/;

/** The draft of form 303: box → taxes of the period → the documents that posted them. */
export function Screen() {
  const t = useT();
  const { search } = useAddress();
  const form = FORMS.find((each) => each === search.form) ?? '303';
  const title = t('tax.title', { form });
  useTitle(title);
  const yearly = YEARLY.has(form);
  const period = periodFor(search.period ?? quarterOf(today()), yearly);
  const given = givenOf(search, form);
  const query = $api.useQuery(
    'get',
    '/tax-returns/{form}',
    { params: { path: { form }, query: { period, ...given } } },
    // The sums follow a posting within a second or so: read again until they have.
    { refetchInterval: ({ state }) => (state.data?.complete === false ? 1500 : false), placeholderData: (before) => before },
  );
  return (
    <div className={lists.list}>
      {query.data && <StatementHead title={`${title} ${period}`} range={query.data} />}
      <div className={lists.head}>
        <h1 id="list-title" className={ledger.screenTitle}>
          {title}
        </h1>
        <span className="dimmed" role="status">
          {query.data ? t('books.trial.entries', { count: query.data.entries }) : t('shell.loading')}
        </span>
        <div className={lists.actions}>
          {query.data && <PaperAction draft={query.data} given={given} />}
          {query.data && <ReceiptAction key={`${form}-${period}`} draft={query.data} />}
          {form === '303' && query.data && <FilingActions draft={query.data} given={given} />}
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            {t('books.print')}
          </Button>
        </div>
      </div>
      <Choices form={form} period={period} yearly={yearly} />
      <ProblemNote error={query.error} />
      {query.data && <Draft draft={query.data} />}
    </div>
  );
}

/** What the books do not tell, as the address has it. */
function givenOf({ pending, refunded }: Readonly<Record<string, string | undefined>>, form: string): GivenBoxes {
  const amount = (pending ?? '').replace(',', '.');
  if (form !== '303') return {};
  return { ...(AMOUNT.test(amount) ? { pending: amount } : {}), ...(refunded === 'false' ? { refunded: false as const } : {}) };
}

const FORMS = ['303', ...TOTAL_FORMS] as const;
/** The period of a form that is near another: the year of a quarter, the first quarter of a year. */
const periodFor = (period: string, yearly: boolean): string =>
  yearly === period.endsWith('0A') ? period : `${period.slice(0, 4)}-${yearly ? '0A' : '1T'}`;

interface ChoiceProps {
  readonly form: (typeof FORMS)[number];
  readonly period: string;
  readonly yearly: boolean;
}

function Choices({ form, period, yearly }: ChoiceProps) {
  const t = useT();
  const { search, change } = useAddress();
  const quarters = quartersUntil(today(), 8).filter((quarter) => quarter >= FIRST);
  const years = [...new Set(quarters.map((quarter) => `${quarter.slice(0, 4)}-0A`))];
  const periods = [...new Set([...(yearly ? years : quarters), period])];
  const nameOf = (value: string) =>
    value.endsWith('0A')
      ? t('tax.year', { year: value.slice(0, 4) })
      : t('tax.quarter', { quarter: value.slice(5, 6), year: value.slice(0, 4) });
  return (
    <search className={lists.filters}>
      <NativeSelect
        aria-label={t('tax.form')}
        data={FORMS.map((value) => ({ value, label: t(`tax.forms.f${value}`) }))}
        value={form}
        onChange={(event) => change({ form: event.currentTarget.value }, true)}
      />
      <NativeSelect
        aria-label={t('tax.period')}
        data={periods.map((value) => ({ value, label: nameOf(value) }))}
        value={period}
        onChange={(event) => change({ period: event.currentTarget.value }, true)}
      />
      {form === '303' && (
        <TextInput
          aria-label={t('tax.pending')}
          placeholder={t('tax.pending')}
          inputMode="decimal"
          value={search.pending ?? ''}
          error={search.pending && !AMOUNT.test(search.pending) ? t('tax.pendingAmount') : undefined}
          onChange={(event) => change({ pending: event.currentTarget.value }, true)}
        />
      )}
    </search>
  );
}

function Draft({ draft }: { readonly draft: TaxReturn }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <div className={styles.draft}>
      <p className="dimmed">{t(draft.form === '303' ? 'tax.draft' : 'tax.totalsOnly')}</p>
      <Receipt receipt={draft.receipt} />
      <Filings filings={draft.filings} />
      <Refunded filings={draft.filings} />
      <Told title={t('tax.missing')} told={draft.missing.map((why) => refusalText(why) ?? why.message)} />
      <Told
        title={t('tax.warnings')}
        told={draft.warnings.map(({ code, params }) =>
          t(`tax.warned.${code}`, { amount: '', balance: '', party: '', taxId: '', ...params }),
        )}
      />
      {SECTIONS.map((section) => (
        <Boxes key={section} section={section} boxes={draft.boxes.filter((box) => box.section === section)} />
      ))}
      {draft.form === '303' && <BoxSettings draft={draft} />}
      <FormLines lines={draft.lines} />
      <Taxes draft={draft} />
      {draft.ties.map(({ box, account, amount, posted, adjusted, unpaid = NOTHING, agrees }) => (
        <p key={box} className={ledger.verdict} data-bad={!agrees || undefined} role="status">
          {t(`tax.${wordsOf(agrees, adjusted, unpaid)}`, {
            ...{ box, account, amount: money(amount), posted: money(posted), adjusted: money(adjusted), unpaid: money(unpaid) },
          })}
        </p>
      ))}
      {draft.ties.flatMap(({ documents }) =>
        documents.map(({ kind, id, posted, declared }) => (
          <p key={`${kind}-${id}`} className={ledger.verdict} data-bad role="status">
            <Link to={hrefOf(`je_${id}`) as never}>
              {t('tax.tie', { document: documentName(id, t), posted: money(posted), declared: money(declared) })}
            </Link>
          </p>
        )),
      )}
      {draft.unassigned.map(({ code, percent, tax }) => (
        <p key={`${code}-${percent}`} className={ledger.verdict} data-bad role="alert">
          {t('tax.unassigned', { code, percent, amount: money(tax) })}
        </p>
      ))}
    </div>
  );
}

const NOTHING = { amount: '0.00', currency: 'EUR' } as const;

/** How a box stands to its account, with what lies between them. */
function wordsOf(agrees: boolean, adjusted: { readonly amount: string }, unpaid: { readonly amount: string }) {
  if (Number(unpaid.amount) !== 0) return agrees ? 'agreesUnpaid' : 'differsUnpaid';
  if (!agrees) return 'differs';
  return Number(adjusted.amount) === 0 ? 'agrees' : 'agreesAdjusted';
}

/** What stands between the draft and its filing, or should be looked at before it, each with the way out. */
function Told({ title, told }: { readonly title: string; readonly told: readonly string[] }) {
  if (told.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.told}>{title}</h2>
      <ul>
        {told.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </section>
  );
}

function Boxes({ section, boxes }: { readonly section: (typeof SECTIONS)[number]; readonly boxes: TaxReturn['boxes'] }) {
  const t = useT();
  const english = useLanguage() === 'en';
  const { money } = useFormats();
  if (boxes.length === 0) return null;
  return (
    <table className={`${lists.table} ${ledger.figures} ${styles.boxes}`}>
      <caption>{t(`tax.sections.${section}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tax.box')}</th>
          <th scope="col">{t('tax.concept')}</th>
          <th scope="col" className="amount">
            {t('tax.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {boxes.map(({ box, label, labelEn, amount, count, ...worked }) => (
          <tr key={box} data-total={box === '27' || box === '45' || box === '71' || undefined}>
            <th scope="row">{box}</th>
            <td>
              <Worked name={english ? labelEn : label} rule={english ? worked.ruleEn : worked.rule} source={worked.source} />
            </td>
            <td className="amount">{count ?? money(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface WorkedProps {
  readonly name: string;
  readonly rule: string | undefined;
  readonly source: string | undefined;
}

/** A box by its name; unfolded, how it is worked out and where that is written. */
function Worked({ name, rule, source }: WorkedProps) {
  if (!rule) return name;
  return (
    <details>
      <summary>{name}</summary>
      <p>{rule}</p>
      <p className="dimmed">{source}</p>
    </details>
  );
}

const SOURCES = {
  output: ['invoice', 'credit-note', 'supplier-bill', 'supplier-credit-note', 'payables-reversal'],
  input: ['supplier-bill', 'supplier-credit-note', 'payables-reversal'],
  withheld: ['supplier-bill', 'supplier-credit-note', 'payables-reversal'],
} as const;

/** What the boxes are made of; each side leads to the entries that posted it. */
function Taxes({ draft: { taxes, from, to } }: { readonly draft: TaxReturn }) {
  const t = useT();
  const { money } = useFormats();
  if (taxes.length === 0) return <p>{t('tax.none')}</p>;
  return (
    <table className={`${lists.table} ${ledger.figures} ${styles.boxes}`}>
      <caption>{t('tax.taxes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('tax.code')}</th>
          <th scope="col" className="amount">
            {t('tax.base')}
          </th>
          <th scope="col" className="amount">
            {t('tax.tax')}
          </th>
          <th scope="col">{t('tax.boxes')}</th>
        </tr>
      </thead>
      <tbody>
        {taxes.map(({ side, code, percent, corrects, base, tax, boxes }) => (
          <tr key={`${side}-${code}-${percent}-${corrects}`}>
            <th scope="row">
              <Link to={'/journal' as never} search={{ from, to, source: SOURCES[side].join(',') } as never}>
                {t(`tax.sides.${side}`)} · {code} {percent} %{corrects && ` · ${t('tax.corrects')}`}
              </Link>
            </th>
            <td className="amount">{money(base)}</td>
            <td className="amount">{money(tax)}</td>
            <td>{boxes.join(', ') || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
