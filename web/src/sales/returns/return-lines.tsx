import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { expectedOf } from './return-rules.ts';

interface Props {
  readonly ret: Schemas['Return'];
  /** The order's lines, which name the items. */
  readonly lines: readonly Schemas['OrderLine'][];
}

/** What was announced of each line, and what of it has come. */
export function ReturnLines({ ret, lines }: Props) {
  const t = useT();
  const { decimal } = useFormats();
  return (
    <LinesTable>
      <thead>
        <tr>
          <th scope="col">{t('orders.item')}</th>
          {[t('returns.expected'), t('returns.received'), t('returns.left')].map((head) => (
            <th key={head} scope="col" className="amount">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ret.lines.map((line) => (
          <tr key={line.line}>
            <td>
              <b>{lines[line.line - 1]?.code ?? line.line}</b> {lines[line.line - 1]?.name}
            </td>
            <td className="amount">{decimal(line.announced)}</td>
            <td className="amount">{decimal(line.received)}</td>
            <td className="amount">{decimal(ret.state === 'announced' ? expectedOf(line) : '0')}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
