import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Concept, RowsTable } from '../../record/rows-table.tsx';
import { expectedOf } from './return-quantities.ts';

interface Props {
  readonly ret: Schemas['Return'];
  /** The order's lines, which name the items. */
  readonly lines: readonly Schemas['OrderLine'][];
}

/** What was authorised of each line, and what of it has come. */
export function ReturnLines({ ret, lines }: Props) {
  const t = useT();
  const { decimal } = useFormats();
  return (
    <RowsTable
      rows={ret.lines}
      columns={[
        [t('orders.item'), ({ line }) => <Concept code={lines[line - 1]?.code ?? String(line)} name={lines[line - 1]?.name} />],
        [t('returns.expected'), ({ authorised }) => decimal(authorised), 'amount'],
        [t('returns.received'), ({ received }) => decimal(received), 'amount'],
        [t('returns.left'), (line) => decimal(ret.state === 'authorised' ? expectedOf(line) : '0'), 'amount'],
      ]}
    />
  );
}
