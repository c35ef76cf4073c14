import { Link } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, Section } from '../../record/record-page.tsx';

type Line = Schemas['BankLine'];
type Match = NonNullable<Line['match']>;

/** How sure something is, in words and of a hundred. */
export const sureText = (score: number, t: ReturnType<typeof useT>): string =>
  t(`banking.matching.sure.${score >= 90 ? 'high' : score >= 50 ? 'middle' : 'low'}`, { score: String(score) });

/** What a line is matched with, by whom or what, and why. */
export function MatchOfLine({ match }: { readonly match: Match }) {
  const t = useT();
  const { date, money } = useFormats();
  const why = (match.reasons ?? []).map((code) => t(`bankRules.because.${code}` as 'bankRules.because.amount_equal'));
  return (
    <Section title={t('bankLines.matched')}>
      <LinesTable heads={[t('bankLines.document'), t('bankLines.kind'), ...amounts(t('banking.check.amount'))]}>
        <tbody>
          {match.parts.map(({ as, id, number, no, amount, line }) => (
            <tr key={`${id} ${no ?? ''}`}>
              <th scope="row">
                <Document id={id} number={no === undefined ? number : `${number} · ${no}`} />
              </th>
              <td>
                {t(`bankLines.as.${as}`)}
                {as === 'transfer' && line && <OtherSide lineId={line} currency={amount.currency} />}
              </td>
              <td className="amount">{money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
      <Facts
        facts={[
          [t('bankLines.by'), <By key="by" match={match} />],
          [t('bankLines.on'), date(match.on)],
          [t('bankLines.why'), why.join(', ')],
        ]}
      />
    </Section>
  );
}

/** The line of the other account that a transfer is matched with: in another currency with what it is there. */
function OtherSide({ lineId, currency }: { readonly lineId: string; readonly currency: string }) {
  const t = useT();
  const { date, money } = useFormats();
  const { data: other } = $api.useQuery('get', '/banking/lines/{lineId}', { params: { path: { lineId } } });
  if (!other) return null;
  return (
    <div className="dimmed">
      <Link to={`/banking/lines/${lineId}` as never}>{t('bankLines.otherSide', { number: other.number, date: date(other.date) })}</Link>
      {other.amount.currency !== currency && ` · ${money(other.amount)}`}
    </div>
  );
}

function Document({ id, number }: { readonly id: string; readonly number: string }) {
  const href = hrefOf(id);
  return href ? <Link to={href as never}>{number}</Link> : number;
}

/** A person, a rule by its name, or the engine with how sure it was. */
function By({ match: { how, by, rule, version = 1, score = 0 } }: { readonly match: Match }) {
  const t = useT();
  const { data } = $api.useQuery(
    'get',
    '/banking/rules/{ruleId}',
    { params: { path: { ruleId: rule ?? '' } } },
    { enabled: how === 'rule' && rule !== undefined },
  );
  if (how === 'person') return t('bankLines.person', { by });
  if (how === 'engine' || !rule) return t('bankLines.engine', { sure: sureText(score, t) });
  return (
    <>
      <Link to={`/banking/rules/${rule}` as never}>{t('bankLines.rule', { name: data?.name ?? '', version: String(version) })}</Link>
      {score > 0 && ` ${sureText(score, t)}`}
    </>
  );
}

/** Of a match that was undone: what was reversed, and what is in the books still. */
export function UndoneParts({ parts }: { readonly parts: NonNullable<Line['undone']> }) {
  const t = useT();
  return (
    <Section title={t('bankLines.undoneTitle')}>
      <LinesTable heads={[t('bankLines.document'), t('bankLines.kind'), t('lists.columns.state')]}>
        <tbody>
          {parts.map(({ as, id, number, how }) => (
            <tr key={id}>
              <th scope="row">
                <Document id={id} number={number} />
              </th>
              <td>{t(`bankLines.as.${as}`)}</td>
              <td>{t(`bankLines.how.${how}`)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </Section>
  );
}

/** Payments of a batch that the bank booked as one movement. */
export function BatchPayments({ parts }: { readonly parts: NonNullable<Line['parts']> }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <Section title={t('bankLines.batch')}>
      <LinesTable heads={[t('banking.lines.party'), t('banking.lines.reference'), ...amounts(t('banking.check.amount'))]}>
        <tbody>
          {parts.map(({ partyName, text, reference, endToEndId, amount }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: payments of a batch stand as the bank has them, and never change.
            <tr key={i}>
              <th scope="row">{partyName ?? text}</th>
              <td>{reference ?? endToEndId}</td>
              <td className="amount">{money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </Section>
  );
}
