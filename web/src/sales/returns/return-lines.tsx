import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
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
    <LinesTable heads={[t('orders.item'), ...amounts(t('returns.expected'), t('returns.received'), t('returns.left'))]}>
      <tbody>
        {ret.lines.map((line) => (
          <tr key={line.line}>
            <td>
              <b>{lines[line.line - 1]?.code ?? line.line}</b> {lines[line.line - 1]?.name}
            </td>
            <td className="amount">{decimal(line.authorised)}</td>
            <td className="amount">{decimal(line.received)}</td>
            <td className="amount">{decimal(ret.state === 'authorised' ? expectedOf(line) : '0')}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
