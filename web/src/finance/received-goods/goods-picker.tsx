import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { normalise, tokens } from '#kernel/text.ts';
import form from '../../actions/action.module.css';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { numberOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconPackages } from '../../ui/icons.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import type { PurchaseDraft } from '../payables/purchase-draft.ts';
import type { ReceivedLine } from './goods-lines.ts';

interface Row extends ReceivedLine {
  readonly receipt: string;
}

interface Goods {
  readonly rows: readonly Row[];
  readonly isPending: boolean;
  readonly error: unknown;
}

/** What came in and was not billed yet; of a credit note, the goods that the bill is for which it corrects. */
function useGoods(corrects: string, supplierId: string | undefined): Goods {
  const waiting = $api.useQuery('get', '/payables/unbilled', {}, { enabled: !corrects });
  const bill = $api.useQuery('get', '/payables/bills/{billId}', { params: { path: { billId: corrects } } }, { enabled: corrects !== '' });
  if (!corrects) {
    // Where nobody said who brought it, it may be anybody's.
    const lines = (waiting.data?.lines ?? []).filter((line) => !line.supplierId || !supplierId || line.supplierId === supplierId);
    const rows = lines.map(({ goodsReceiptId, line, code, name, left, unitCost, reference, number }) => ({
      ...{ goodsReceiptId, line, left, unitPrice: unitCost, text: `${code} ${name}`, receipt: reference ?? number },
    }));
    return { rows, isPending: waiting.isPending, error: waiting.error };
  }
  const rows = (bill.data?.lines ?? []).flatMap(({ text = '', match }) =>
    match?.quantity && match.unitPrice
      ? [
          {
            ...{ goodsReceiptId: match.goodsReceiptId, line: match.line, left: match.quantity, unitPrice: match.unitPrice, text },
            receipt: numberOf(match.goodsReceiptId),
          },
        ]
      : [],
  );
  return { rows, isPending: bill.isPending, error: bill.error };
}

const keyOf = ({ goodsReceiptId, line }: ReceivedLine): string => `${goodsReceiptId}/${line}`;

interface Props {
  readonly corrects: string;
  readonly draft: PurchaseDraft;
  readonly onPick: (goods: readonly ReceivedLine[]) => void;
}

/** Fills lines with goods that came in. */
export function PickGoods({ corrects, draft, onPick }: Props) {
  const t = useT();
  const [picking, setPicking] = useState(false);
  const taken = new Set(draft.lines.map(({ receipt }) => receipt));
  return (
    <>
      <Button variant="default" leftSection={<IconPackages size={16} />} onClick={() => setPicking(true)}>
        {t('payables.match.pick')}
      </Button>
      {picking && (
        <GoodsDialog corrects={corrects} supplierId={draft.supplier?.id} taken={taken} onPick={onPick} onClose={() => setPicking(false)} />
      )}
    </>
  );
}

interface DialogProps extends Pick<Props, 'corrects' | 'onPick'> {
  readonly supplierId: string | undefined;
  /** What lines are for already. */
  readonly taken: ReadonlySet<string>;
  readonly onClose: () => void;
}

function GoodsDialog({ corrects, supplierId, taken, onPick, onClose }: DialogProps) {
  const t = useT();
  const { rows, isPending, error } = useGoods(corrects, supplierId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  const wanted = tokens(words);
  const shown = rows.filter(
    (row) => !taken.has(keyOf(row)) && wanted.every((word) => normalise(`${row.text} ${row.receipt}`).includes(word)),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog is opened on a page that is itself a form.
    event.stopPropagation();
    onPick(rows.filter((row) => chosen.has(keyOf(row))));
    onClose();
  };
  return (
    <Dialog onClose={onClose} title={t('payables.match.picked')} size="xl">
      <form className={form.form} noValidate onSubmit={submit} aria-busy={isPending}>
        <TextInput
          label={t('goodsReceipts.search')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          data-autofocus
        />
        {shown.length > 0 ? (
          <GoodsTable rows={shown} chosen={chosen} onChange={setChosen} />
        ) : (
          !isPending && <p className="dimmed">{t('payables.match.noneLeft')}</p>
        )}
        <ProblemNote error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('actions.cancel')}
          </Button>
          <Button type="submit" disabled={chosen.size === 0}>
            {t('payables.match.add')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

interface TableProps {
  readonly rows: readonly Row[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

function GoodsTable({ rows, chosen, onChange }: TableProps) {
  const t = useT();
  const { decimal, price } = useFormats();
  const toggle = (key: string) => onChange(new Set(chosen.has(key) ? [...chosen].filter((one) => one !== key) : [...chosen, key]));
  return (
    <LinesTable heads={[t('stock.item'), t('payables.match.receipt'), ...amounts(t('payables.unbilled.left'), t('payables.match.price'))]}>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <td>
              <Checkbox label={row.text} checked={chosen.has(keyOf(row))} onChange={() => toggle(keyOf(row))} />
            </td>
            <td>{row.receipt}</td>
            <td className="amount">{decimal(row.left)}</td>
            <td className="amount">{price(row.unitPrice)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
