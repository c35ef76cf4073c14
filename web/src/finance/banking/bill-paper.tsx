import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';

type Paper = Pick<Schemas['Document'], 'id' | 'fileName' | 'fields' | 'flags'>;

/** The bill that a line of the bank has made, and whose paper a document is taken for; undefined where none is. */
export const billAwaiting = ({ flags }: Pick<Paper, 'flags'>): Schemas['DocumentRow']['flags'][number] | undefined =>
  flags.find(({ code }) => code === 'bill_without_paper');

interface Props {
  readonly paper: Paper;
  readonly onClose: () => void;
}

/** Gives such a bill its paper: the supplier's number and date, as they were read, stand in it from then on. */
export function AttachPaper({ paper, onClose }: Props) {
  const t = useT();
  const { date: shown } = useFormats();
  const { fields, fileName, id: documentId } = paper;
  const { bill = '', date: billed = '', document: billId = '' } = billAwaiting(paper)?.params ?? {};
  const [reference, setReference] = useState(fields?.number?.value ?? '');
  const [date, setDate] = useState(fields?.date?.value ?? '');
  const body = { documentId, reference: reference.trim(), date };
  return (
    <ActionDialog
      title={t('banking.paper.title', { bill })}
      confirm={t('banking.paper.action')}
      input={body}
      incomplete={body.reference === '' ? t('banking.paper.lacking') : undefined}
      run={async (how) =>
        dataOf(await api.POST('/banking/bills/{billId}/paper', { params: { path: { billId: String(billId) }, ...sending(how) }, body }))
      }
      done={() => t('banking.paper.done', { fileName })}
      onClose={onClose}
    >
      <p>{t('banking.paper.text', { bill, date: shown(String(billed)) })}</p>
      <TextInput
        label={t('banking.paper.number')}
        required
        maxLength={40}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        data-autofocus
      />
      <DateField label={t('banking.paper.date')} required value={date} onChange={setDate} />
    </ActionDialog>
  );
}
