import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import own from './ageing.module.css';
import { AGES } from './ages.ts';

interface Props {
  readonly data: Pick<Schemas['GetReceivablesResult'], 'ageing' | 'overdue' | 'count'>;
  /** What is open in all. */
  readonly all: Schemas['Money'];
  /** The list that its ages and sums lead to. */
  readonly list: string;
}

/** What is open by how late it is, each age with its share: of what customers owe, and of what suppliers are owed. */
export function AgeingTable({ data, all: sum, list }: Props) {
  const t = useT();
  const { money, percent } = useFormats();
  const all = centsOf(sum);
  return (
    <LinesTable
      heads={[
        t('billing.ageing.age'),
        [t('billing.ageing.bar'), `${own.wide} unseen`],
        [t('billing.ageing.share'), `${own.share} amount`],
        [t('billing.open'), 'amount'],
      ]}
    >
      <tbody>
        {AGES.map((age) => {
          const cents = centsOf(data.ageing[age]);
          const share = all === 0 ? 0 : cents / all;
          return (
            <tr key={age}>
              <th scope="row" className={own.age}>
                <Link to={list as never} search={{ age } as never}>
                  {t(`billing.ageing.ages.${age}`)}
                </Link>
              </th>
              <td className={own.wide} aria-hidden>
                <div className={own.bar} data-age={age} style={{ width: `${Math.round(share * 1000) / 10}%` }} />
              </td>
              <td className={`${own.share} amount`}>{percent(String(Math.round(share * 1000) / 10))}</td>
              <td className="amount">{money(data.ageing[age])}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <Sum label={t('billing.ageing.overdue')} amount={data.overdue} list={list} search={{ state: 'overdue' }} />
        <Sum label={t('billing.ageing.all', { count: data.count })} amount={sum} list={list} search={{ state: 'open' }} />
      </tfoot>
    </LinesTable>
  );
}

interface SumProps {
  readonly label: string;
  readonly amount: Schemas['Money'];
  readonly list: string;
  readonly search: Readonly<Record<string, string>>;
}

function Sum({ label, amount, list, search }: SumProps) {
  const { money } = useFormats();
  return (
    <tr>
      <th scope="row">
        <Link to={list as never} search={search as never}>
          {label}
        </Link>
      </th>
      <td className={own.wide} />
      <td className={own.share} />
      <td className="amount">{money(amount)}</td>
    </tr>
  );
}
