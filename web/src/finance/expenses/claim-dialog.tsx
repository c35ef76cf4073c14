import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isEmployee } from '#domain/finance/suppliers/supplier.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { DocumentPaper } from '../../automation/public.ts';
import styles from '../../form/form.module.css';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { useAddress } from '../../list/address.ts';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useReadPaper } from '../bill-proposals/paper-beside.tsx';
import { blankLine, isWhole, lineBody, linesOfReceipt } from './claim-draft.ts';
import { ClaimLines } from './claim-lines.tsx';
import { Screen as ClaimList } from './claim-list.tsx';

/** Employees as creditors, for whoever may enter expenses of others. */
function useEmployees(enabled: boolean) {
  const found = useQuery({
    queryKey: ['employees'],
    enabled,
    queryFn: ({ signal }) => api.GET('/payables/suppliers', { params: { query: { limit: 100 } }, signal }).then(dataOf),
  });
  return (found.data?.items ?? []).filter(({ account = '400' }) => isEmployee({ account }));
}

interface Head {
  /** Empty: one's own. */
  readonly employee: string;
  readonly text: string;
  readonly iban: string;
}

interface PurposeProps {
  readonly head: Head;
  readonly onChange: (head: Head) => void;
  readonly employees: readonly { readonly id: string; readonly name: string }[];
}

/** What the claim is for, and whose it is. */
function Purpose({ head, onChange, employees }: PurposeProps) {
  const t = useT();
  return (
    <div className={styles.pairs}>
      <TextInput
        label={t('expenses.text')}
        description={t('expenses.textHint')}
        required
        maxLength={140}
        value={head.text}
        onChange={(event) => onChange({ ...head, text: event.currentTarget.value })}
        data-autofocus
      />
      {employees.length > 0 && (
        <Select
          label={t('expenses.employee')}
          data={[{ value: '', label: t('expenses.myself') }, ...employees.map(({ id, name }) => ({ value: id, label: name }))]}
          allowDeselect={false}
          value={head.employee}
          onChange={(id) => onChange({ ...head, employee: id ?? '' })}
        />
      )}
      {head.employee === '' && (
        <TextInput
          label={t('expenses.iban')}
          description={t('expenses.ibanHint')}
          maxLength={50}
          autoComplete="off"
          value={head.iban}
          onChange={(event) => onChange({ ...head, iban: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

interface ClaimProps {
  /** What it is claimed by. */
  readonly receipt: Schemas['Document'] | undefined;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

/** Submits what somebody has paid for the company. */
function ClaimDialog({ receipt, onClose, onDone }: ClaimProps) {
  const t = useT();
  const { money } = useFormats();
  const others = useCan()('createSupplier');
  const employees = useEmployees(others);
  const [head, setHead] = useState<Head>({ employee: '', text: receipt?.expense?.text ?? '', iban: '' });
  const [lines, setLines] = useState<readonly ReturnType<typeof blankLine>[]>(receipt ? linesOfReceipt(receipt) : [blankLine(1)]);
  const { employee, text, iban } = head;
  const body = {
    ...{ text: text.trim(), lines: lines.map(lineBody) },
    ...(employee ? { employeeId: employee } : {}),
    ...(iban.trim() && !employee ? { iban: iban.trim() } : {}),
  };
  return (
    <ActionDialog
      title={t('expenses.new')}
      confirm={t('expenses.submit')}
      size="xl"
      onClose={onClose}
      input={body}
      incomplete={body.text && lines.every(isWhole) ? undefined : t('expenses.lacking')}
      run={(how) => api.POST('/expense-claims', { params: sending(how), body }).then(dataOf)}
      preview={({ total, employeeName }) => <p role="status">{t('expenses.comesTo', { total: money(total), employee: employeeName })}</p>}
      done={({ number }) => t('expenses.submitted', { number })}
      onDone={({ id }) => onDone(id)}
    >
      <Purpose head={head} onChange={setHead} employees={employees} />
      {receipt && <DocumentPaper document={receipt} />}
      <ClaimLines lines={lines} onChange={setLines} />
    </ActionDialog>
  );
}

/** A new claim, before the list: an address that can be linked to, also of a receipt that came in (`?documentId=`). */
export function Screen() {
  const navigate = useNavigate();
  const { documentId } = useAddress().search;
  const read = useReadPaper(documentId);
  const go = (to: string) => void navigate({ to } as never);
  return (
    <>
      {/* The list would ask for claims by what the address names. */}
      {documentId === undefined && <ClaimList />}
      {!read.isLoading && <ClaimDialog receipt={read.data} onClose={() => go('/expenses')} onDone={(id) => go(`/expenses/${id}`)} />}
      <ProblemNote error={read.error} />
    </>
  );
}
