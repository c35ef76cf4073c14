import type { Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { money, text } from '../../list/columns.tsx';
import { BooksExport } from '../ledger/books-export.tsx';
import { AGES } from './ages.ts';

interface Row {
  readonly age: string;
  readonly open: Schemas['Money'];
}

interface Props {
  readonly name: 'receivables-ageing' | 'payables-ageing';
  readonly data: Pick<Schemas['GetReceivablesResult'], 'ageing' | 'date'>;
}

/** What is owed by age as files: the sums that are seen, and a row for each customer or supplier. */
export function AgeingExport({ name, data: { ageing, date } }: Props) {
  const t = useT();
  const rows = AGES.map((age) => ({ age: t(`billing.ageing.ages.${age}`), open: ageing[age] }));
  return (
    <BooksExport<Row>
      id={name}
      columns={[
        text('age', (row) => row.age, { header: t('billing.ageing.age') }),
        money('open', (row) => row.open, { header: t('billing.open') }),
      ]}
      rows={() => Promise.resolve(rows)}
      files={[]}
      range={{ from: date, to: date }}
      sheet={{ name }}
    />
  );
}
