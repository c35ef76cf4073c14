import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../api/client.ts';
import type { EmployeeRow } from './employee-file.ts';

/** What became of a row. */
export interface SentRow {
  readonly row: EmployeeRow;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly id?: string;
  readonly fault?: unknown;
  /** Whoever leads them is nobody that is known. */
  readonly unknownManager?: true;
  /** The same whenever the row is sent: what was cut off is not entered twice. */
  readonly key: string;
}

/** Whether a row cannot be sent as it is. */
export const isFaulty = ({ faults, wrongFields }: EmployeeRow): boolean => faults.length > 0 || wrongFields.length > 0;
const asSent = (row: EmployeeRow): SentRow => ({ row, state: 'waiting', key: crypto.randomUUID() });

/** The employee with an address, by those of the list that are found by it. */
async function idOf(email: string): Promise<string | undefined> {
  const { items } = await api.GET('/people/employees', { params: { query: { q: email, limit: 25, order: 'asc' } } }).then(dataOf);
  return items.find((employee) => employee.email?.toLowerCase() === email)?.id;
}

/** Sends the rows of a file one by one, those first who lead others: what one of them meets stops no other, and is sent again alone. */
export function useEmployeeImport(): {
  readonly rows: readonly SentRow[];
  readonly sending: boolean;
  readonly choose: (rows: readonly EmployeeRow[]) => void;
  readonly send: () => Promise<void>;
} {
  const queries = useQueryClient();
  const [rows, setRows] = useState<readonly SentRow[]>([]);
  const [sending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    const ids = new Map<string, string | undefined>();
    for (const { row, id } of rows) if (id && row.input.email) ids.set(row.input.email.toLowerCase(), id);
    for (const sent of rows) {
      if (sent.state === 'done' || isFaulty(sent.row)) continue;
      const after = await sendRow(sent, ids);
      setRows((all) => all.map((each) => (each.key === sent.key ? after : each)));
    }
    await queries.invalidateQueries({ queryKey: ['list', 'employees'] });
    setSending(false);
  };
  return { rows, sending, choose: (chosen) => setRows(chosen.map(asSent)), send };
}

async function sendRow({ row, key }: SentRow, ids: Map<string, string | undefined>): Promise<SentRow> {
  try {
    const { manager, input } = row;
    if (manager !== undefined && !ids.has(manager)) ids.set(manager, await idOf(manager));
    const managerId = manager === undefined ? undefined : ids.get(manager);
    if (manager !== undefined && managerId === undefined) return { row, key, state: 'failed', unknownManager: true };
    const body = { ...input, ...(managerId ? { managerId } : {}) } as never;
    const { id } = await api.POST('/people/employees', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf);
    if (input.email) ids.set(input.email.toLowerCase(), id);
    return { row, key, state: 'done', id };
  } catch (fault) {
    // With the same key: what got through although its answer was lost is not entered twice, and what was refused is looked at anew.
    return { row, key, state: 'failed', fault };
  }
}
