import { Link } from '@tanstack/react-router';
import { $api } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

/** What a business owes for paying late, day by day; nothing is shown of an invoice that was paid in time. */
export function LateInterest({ invoiceId }: { readonly invoiceId: string }) {
  const t = useT();
  const { date, money, percent, whole } = useFormats();
  const { data: late, error } = $api.useQuery('get', '/invoices/{invoiceId}/late-interest', { params: { path: { invoiceId } } });
  if (error) return <ProblemNote error={error} />;
  if (!late || (late.days === 0 && late.lacking.length === 0)) return null;
  return (
    <Section title={t('interest.title', { date: date(late.until) })}>
      {late.lacking.length > 0 && (
        <p role="note">
          {t('interest.lacking', { semesters: late.lacking.join(', ') })} <Link to={'/late-rates' as never}>{t('menu.lateRates')}</Link>
        </p>
      )}
      <LinesTable heads={[t('interest.span'), ...amounts(t('interest.days'), t('interest.owed'), t('interest.rate'))]}>
        <tbody>
          {late.spans.map(({ from, to, days, owed, percent: rate }) => (
            <tr key={from}>
              <th scope="row">
                {date(from)} – {date(to)}
              </th>
              <td className="amount">{whole(days)}</td>
              <td className="amount">{money(owed)}</td>
              <td className="amount">{percent(rate)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {(['interest', 'compensation'] as const).map((what) => (
            <tr key={what}>
              <th scope="row" colSpan={3}>
                {t(`interest.${what}`)}
              </th>
              <td className="amount">{money(late[what])}</td>
            </tr>
          ))}
        </tfoot>
      </LinesTable>
    </Section>
  );
}
