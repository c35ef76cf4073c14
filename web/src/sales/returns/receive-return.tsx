import { NativeSelect, Switch } from '@mantine/core';
import { useState } from 'react';
import { DISPOSITIONS, type Disposition } from '#domain/sales/returns/return.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { EntriesPreview } from '../../actions/entries-preview.tsx';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { DecimalInput, useNumberFault } from '../../form/decimal-input.tsx';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { expectedOf } from './return-quantities.ts';

interface Props {
  readonly ret: Schemas['Return'];
  readonly lines: readonly Schemas['OrderLine'][];
  readonly onClose: () => void;
}

interface Came {
  readonly quantity: string;
  readonly disposition: Disposition;
}

/** Goods are back: what of them goes into stock again and what is thrown away; the credit note is seen before it is made. */
export function ReceiveReturnDialog({ ret, lines, onClose }: Props) {
  const t = useT();
  const expected = ret.lines.filter((line) => Number(expectedOf(line)) > 0);
  const [came, setCame] = useState<Readonly<Record<number, Came>>>(
    Object.fromEntries(expected.map((line): [number, Came] => [line.line, { quantity: expectedOf(line), disposition: 'restock' }])),
  );
  const [date, setDate] = useState(todayOrAfter(ret.date));
  const [closes, setCloses] = useState(false);
  const received = expected.flatMap(({ line }) => {
    const part = came[line];
    return part && Number(part.quantity) > 0 ? [{ line, ...part }] : [];
  });
  const numberFault = useNumberFault();
  const unread = expected.map(({ line }) => numberFault(came[line]?.quantity ?? '')).find(Boolean);
  const less = expected.some((line) => Number(came[line.line]?.quantity) < Number(expectedOf(line)));
  const body = { date, lines: received, ...(less && closes ? { closes } : {}) };
  return (
    <ActionDialog
      title={t('returns.receive.title', { number: ret.number })}
      confirm={t('returns.receive.action')}
      onClose={onClose}
      input={body}
      incomplete={unread ?? (received.length === 0 ? t('returns.receive.nothing') : date ? undefined : t('actions.dateNeeded'))}
      run={(how) => api.POST('/returns/{returnId}/receipt', { params: { path: { returnId: ret.id }, ...sending(how) }, body }).then(dataOf)}
      preview={({ entries }) => <EntriesPreview entries={entries} />}
      done={() => t('returns.receive.done', { number: ret.number })}
    >
      <CameTable expected={expected} lines={lines} came={came} onChange={(line, part) => setCame({ ...came, [line]: part })} />
      <BusinessDate value={date} onChange={setDate} min={ret.date} />
      {less && <Switch label={t('returns.receive.closes')} checked={closes} onChange={(event) => setCloses(event.currentTarget.checked)} />}
    </ActionDialog>
  );
}

interface TableProps {
  readonly expected: readonly Schemas['ReturnLine'][];
  readonly lines: readonly Schemas['OrderLine'][];
  readonly came: Readonly<Record<number, Came>>;
  readonly onChange: (line: number, came: Came) => void;
}

function CameTable({ expected, lines, came, onChange }: TableProps) {
  const t = useT();
  return (
    <LinesTable heads={[t('orders.item'), t('returns.receive.now'), t('returns.disposition')]}>
      <tbody>
        {expected.map((line, index) => {
          const { code, name } = lines[line.line - 1] ?? { code: String(line.line), name: '' };
          const part = came[line.line] ?? { quantity: '', disposition: 'restock' };
          return (
            <tr key={line.line}>
              <td>
                <b>{code}</b> {name}
              </td>
              <td>
                <DecimalInput
                  aria-label={t('returns.receive.nowOf', { code })}
                  w={100}
                  value={part.quantity}
                  onChange={(quantity) => onChange(line.line, { ...part, quantity })}
                  {...(index === 0 ? { 'data-autofocus': true } : {})}
                />
              </td>
              <td>
                <NativeSelect
                  aria-label={t('returns.receive.dispositionOf', { code })}
                  value={part.disposition}
                  onChange={(event) => onChange(line.line, { ...part, disposition: event.currentTarget.value as Disposition })}
                  data={DISPOSITIONS.map((value) => ({ value, label: t(`returns.dispositions.${value}`) }))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </LinesTable>
  );
}
