import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { OneStep, post, type Step, step } from '../../actions/step-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import lists from '../../list/list.module.css';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { useProblemText } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { StateBadge } from '../../ui/state-badge.tsx';
import ledger from '../ledger/ledger.module.css';
import styles from './tax-return.module.css';

type TaxReturn = Schemas['TaxReturn'];
type Filed = TaxReturn['filings'][number];
/** What the books do not tell: box 110, and whether what the return that is rectified asked back was paid; absent: what they have, and it was. */
export type GivenBoxes = { readonly pending?: string; readonly refunded?: false };

/** Text in the encoding that AEAT's files have: each letter one byte. */
const latin = (text: string) => new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)], { type: 'text/plain' });

/** The file, and the record of its filing. */
export function FilingActions({ draft, given }: { readonly draft: TaxReturn; readonly given: GivenBoxes }) {
  const t = useT();
  const can = useCan();
  const problem = useProblemText();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const stands = draft.filings.findLast(({ state }) => state !== 'reversed');
  const save = async () => {
    setBusy(true);
    await api
      .GET('/tax-returns/{form}/file', {
        params: { path: { form: '303' }, query: { period: draft.period, ...given } },
      })
      .then((answer) => {
        const { text, fileName } = dataOf(answer);
        saveFile(latin(text), fileName);
        notifications.show({ message: t('tax.file.done') });
      })
      .catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
    setBusy(false);
  };
  return (
    <>
      {can('getTaxReturnFile') && (
        <Button variant="default" loading={busy} onClick={() => void save()}>
          {t('tax.file.action')}
        </Button>
      )}
      {can('fileTaxReturn') && stands?.state !== 'filed' && <Button onClick={() => setOpen(true)}>{t('tax.filing.action')}</Button>}
      {open && <FilingDialog draft={draft} given={given} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  readonly draft: TaxReturn;
  readonly given: GivenBoxes;
  readonly onClose: () => void;
}

function FilingDialog({ draft, given, onClose }: DialogProps) {
  const t = useT();
  const { period, filings } = draft;
  const [justificante, setJustificante] = useState('');
  const [filedOn, setFiledOn] = useState(today());
  const [iban, setIban] = useState('');
  const [refund, setRefund] = useState(false);
  const follows = filings.at(-1)?.id;
  const body = {
    ...{ period, justificante: justificante.replaceAll(' ', ''), filedOn, refund },
    ...(given.pending ? { pending: given.pending } : {}),
    ...(given.refunded === false ? { refunded: false } : {}),
    ...(iban ? { iban: iban.replaceAll(' ', '') } : {}),
    ...(follows ? { follows } : {}),
  };
  const negative = Number(draft.boxes.find(({ box }) => box === '71')?.amount.amount) < 0;
  return (
    <ActionDialog
      title={t('tax.filing.title', { period })}
      confirm={t('tax.filing.confirm')}
      onClose={onClose}
      input={body}
      incomplete={body.justificante.length === 13 ? undefined : t('tax.filing.justificante')}
      run={(how) => api.POST('/tax-returns/{form}/filings', { params: { path: { form: '303' }, ...sending(how) }, body }).then(dataOf)}
      preview={({ entry }) => <EntriesPreview entries={entry ? [entry] : []} />}
      done={() => t('tax.filing.done', { period })}
    >
      <p>{t('tax.filing.text')}</p>
      <TextInput
        label={t('tax.filing.justificante')}
        value={justificante}
        onChange={(event) => setJustificante(event.currentTarget.value)}
        maxLength={16}
        required
        data-autofocus
      />
      <DateField label={t('tax.filing.filedOn')} value={filedOn} max={today()} onChange={setFiledOn} required />
      <TextInput label={t('tax.filing.iban')} value={iban} onChange={(event) => setIban(event.currentTarget.value)} maxLength={40} />
      {negative && (
        <Checkbox label={t('tax.filing.refund')} checked={refund} onChange={(event) => setRefund(event.currentTarget.checked)} />
      )}
    </ActionDialog>
  );
}

/** That a form beside 303 was filed: its receipt, and the dialog that takes it. */
export function ReceiptAction({ draft: { form, period, receipt } }: { readonly draft: TaxReturn }) {
  const t = useT();
  const can = useCan();
  const [open, setOpen] = useState(false);
  const [body, setBody] = useState({ justificante: receipt?.justificante ?? '', filedOn: receipt?.filedOn ?? today() });
  if (form === '303' || !can('putFormReceipt')) return null;
  const sent = { period, justificante: body.justificante.replaceAll(' ', ''), filedOn: body.filedOn };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('tax.filing.action')}</Button>
      {open && (
        <ActionDialog
          title={t('tax.filing.titleOf', { form, period })}
          confirm={t('tax.filing.confirm')}
          tries={false}
          size="md"
          onClose={() => setOpen(false)}
          input={sent}
          incomplete={sent.justificante.length === 13 ? undefined : t('tax.filing.justificante')}
          run={() => api.PUT('/tax-returns/{form}/receipt', { params: { path: { form } }, body: sent }).then(dataOf)}
          done={() => t('tax.filing.done', { period })}
        >
          <p>{t('tax.filing.textOf')}</p>
          <TextInput
            label={t('tax.filing.justificante')}
            value={body.justificante}
            onChange={(event) => setBody({ ...body, justificante: event.currentTarget.value })}
            maxLength={16}
            required
            data-autofocus
          />
          <DateField
            label={t('tax.filing.filedOn')}
            value={body.filedOn}
            max={today()}
            onChange={(on) => setBody({ ...body, filedOn: on })}
            required
          />
        </ActionDialog>
      )}
    </>
  );
}

/** The receipt of a form beside 303. */
export function Receipt({ receipt }: { readonly receipt: TaxReturn['receipt'] }) {
  const t = useT();
  const { date } = useFormats();
  if (!receipt) return null;
  const { justificante, filedOn, by, asFiled } = receipt;
  return (
    <p className={ledger.verdict} data-bad={!asFiled || undefined} role="status">
      {t(asFiled ? 'tax.filing.receipt' : 'tax.filing.changed', { justificante, filedOn: date(filedOn), by })}
    </p>
  );
}

/** The form as a PDF of its boxes. */
export function PaperAction({ draft: { form, period }, given }: { readonly draft: TaxReturn; readonly given: GivenBoxes }) {
  const t = useT();
  const can = useCan();
  const problem = useProblemText();
  const [busy, setBusy] = useState(false);
  if (!can('getTaxReturnPaper')) return null;
  const save = async () => {
    setBusy(true);
    await api
      .GET('/tax-returns/{form}/paper', {
        params: { path: { form }, query: { period, ...given } },
      })
      .then((answer) => {
        const { content, contentType, fileName } = dataOf(answer);
        const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
        saveFile(new Blob([bytes], { type: contentType }), fileName);
      })
      .catch((error: unknown) => notifications.show({ color: 'red', message: problem(error) }));
    setBusy(false);
  };
  return (
    <Button variant="default" loading={busy} onClick={() => void save()}>
      {t('tax.paper')}
    </Button>
  );
}

/** Of a return that is rectified and asked money back, whether that was paid. */
export function Refunded({ filings }: { readonly filings: readonly Filed[] }) {
  const t = useT();
  const { search, change } = useAddress();
  const stands = filings.findLast(({ state }) => state !== 'reversed');
  if (!stands || stands.state === 'filed' || stands.type !== 'D') return null;
  return (
    <Checkbox
      label={t('tax.refunded')}
      checked={search.refunded !== 'false'}
      onChange={(event) => change({ refunded: event.currentTarget.checked ? undefined : 'false' }, true)}
    />
  );
}

/** The returns of the period that were filed, and what can be done with the last one. */
export function Filings({ filings }: { readonly filings: readonly Filed[] }) {
  const t = useT();
  const { date, money } = useFormats();
  const can = useCan();
  const [doing, setDoing] = useState<Step>();
  if (filings.length === 0) return null;
  const stepOf = (filed: Filed, of: 'correction' | 'undo') => {
    const path = of === 'undo' ? '/tax-returns/filings/{taxReturnId}/reversal' : '/tax-returns/filings/{taxReturnId}/correction';
    return step(post(path, { taxReturnId: filed.id }), {
      title: t(`tax.${of}.title`, { period: filed.period }),
      confirm: t(`tax.${of}.action`),
      danger: of === 'undo',
      fields: { reason: {} },
      says: t(`tax.${of}.text`),
      done: () => t(`tax.${of}.done`, { period: filed.period }),
    });
  };
  return (
    <>
      <table className={`${lists.table} ${ledger.figures} ${styles.boxes}`}>
        <caption>{t('tax.filings')}</caption>
        <tbody>
          {filings.map((filed) => (
            <tr key={filed.id}>
              <th scope="row">{filed.justificante}</th>
              <td>{date(filed.filedOn)}</td>
              <td>
                <StateBadge kind="tax-return" state={filed.state} />
              </td>
              <td>{t(`tax.filing.types.${filed.type}`)}</td>
              <td className="amount">{money(filed.result)}</td>
              <td>
                {can('reverseTaxReturn') && (filed.state === 'filed' || filed.state === 'correcting') && (
                  <Group gap="xs" justify="flex-end">
                    {filed.state === 'filed' && (
                      <Button size="compact-sm" variant="default" onClick={() => setDoing(stepOf(filed, 'correction'))}>
                        {t('tax.correction.action')}
                      </Button>
                    )}
                    <Button size="compact-sm" variant="default" color="red" onClick={() => setDoing(stepOf(filed, 'undo'))}>
                      {t('tax.undo.action')}
                    </Button>
                  </Group>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <OneStep step={doing} onClose={() => setDoing(undefined)} />
    </>
  );
}
