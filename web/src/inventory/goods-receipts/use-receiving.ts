import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTried } from '../../actions/use-tried.ts';
import { $api, api, dataOf, type Sending, sending } from '../../api/client.ts';
import type { Search } from '../../app/root-route.tsx';
import { useT } from '../../i18n/i18n.ts';
import { usePerson } from '../../session/session.ts';
import { fieldErrors } from '../../ui/field-errors.ts';
import { useKept } from '../../ui/kept.ts';
import { draftField, newDraft, newLine, type ReceiptDraft, receiptBody, receiptFaults, writtenLines } from './receipt-draft.ts';

const send = (draft: ReceiptDraft, how: Sending) =>
  api.POST('/goods-receipts', { params: sending(how), body: receiptBody(draft) }).then(dataOf);

/** A receipt being typed: its draft, what is wrong with it, what it would do, and doing it. */
export function useReceiving() {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { company, email } = usePerson();
  const [fresh] = useState(newDraft);
  const [draft, keep] = useKept<ReceiptDraft>(`draft.goods-receipt.${company}.${email}`, fresh);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const wrong = receiptFaults(draft, t);
  const complete = Object.keys(wrong).length === 0;
  const tried = useTried(() => send(draft, { dryRun: true, key: draft.key }), receiptBody(draft), draft.key, complete && !busy);
  const refused = refusals(draft, fault ?? (complete ? tried.error : undefined));
  const set = (change: Partial<ReceiptDraft>) => {
    setFault(undefined);
    keep({ ...draft, ...change });
  };
  useAskedItem(draft, set);
  const submit = () => {
    setAsked(true);
    if (!complete) return focusFault();
    if (busy) return;
    setBusy(true);
    send(draft, { dryRun: false, key: draft.key })
      .then(async ({ id }) => {
        notifications.show({ message: t('goodsReceipts.new.done'), color: 'teal' });
        keep(newDraft());
        await navigate({ to: `/goods-receipts/${id}` } as never);
        await queries.invalidateQueries();
      })
      .catch((error: unknown) => {
        setFault(error);
        focusFault();
      })
      .finally(() => setBusy(false));
  };
  const discard = () => {
    setAsked(false);
    setFault(undefined);
    keep(newDraft());
  };
  return { draft, set, faults: asked ? { ...wrong, ...refused } : refused, fault, complete, tried, submit, busy, discard };
}

const focusFault = () => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus());
};

/** What the API refuses, at the fields that it names. */
const refusals = (draft: ReceiptDraft, error: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(error ? fieldErrors(error) : {}).map(([field, text]) => [draftField(draft, field), text]));

/** `?itemId=` puts that item into the first line, where nothing is typed yet. */
function useAskedItem(draft: ReceiptDraft, set: (change: Partial<ReceiptDraft>) => void): void {
  const { itemId = '' } = useSearch({ strict: false }) as Search;
  const { data: item } = $api.useQuery('get', '/items/{itemId}', { params: { path: { itemId } } }, { enabled: itemId !== '' });
  const empty = writtenLines(draft).length === 0;
  const [taken, setTaken] = useState(false);
  useEffect(() => {
    if (!item || taken) return;
    setTaken(true);
    if (empty) set({ lines: [{ ...newLine(), item }] });
  }, [item, taken, empty, set]);
}
