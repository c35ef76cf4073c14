import { Link } from '@tanstack/react-router';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/kinds.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { type Kind, nextNumber, seriesOf } from './series-numbers.ts';
import { SettingsPage } from './settings-page.tsx';

type Bill = Pick<Schemas['Invoice'], 'id' | 'number' | 'date'>;

/** Lists are by date, and a later number may have an earlier one: the highest of so many is the last. */
const RECENT = 50;

const lastOf = (bills: readonly Bill[] = []): Bill | undefined =>
  bills.reduce<Bill | undefined>((last, bill) => (last === undefined || bill.number > last.number ? bill : last), undefined);

/** How invoices and credit notes are numbered: the law leaves nothing to choose, so there is nothing to set. */
export function Screen() {
  const t = useT();
  const years = $api.useQuery('get', '/company', {});
  const { fiscalYears = [] } = years.data ?? {};
  return (
    <SettingsPage part="series" text={t('settings.series.text')} error={years.error}>
      <Section title={t('settings.series.title')}>
        <LinesTable heads={[t('settings.series.name'), t('settings.series.last'), t('settings.series.next')]}>
          <tbody>
            {fiscalYears.toReversed().map((year) => (
              <YearRows key={year} year={year} />
            ))}
          </tbody>
        </LinesTable>
      </Section>
      <Section title={t('settings.series.law')}>
        <ul>
          <li>{t('settings.series.correlative')}</li>
          <li>{t('settings.series.corrective')}</li>
          <li>{t('settings.series.simplifiedLaw')}</li>
          <li>{t('settings.series.noGaps')}</li>
        </ul>
      </Section>
    </SettingsPage>
  );
}

function YearRows({ year }: { readonly year: string }) {
  const query = { from: `${year}-01-01`, to: `${year}-12-31`, order: 'desc', limit: RECENT } as const;
  const invoices = $api.useQuery('get', '/invoices', { params: { query: { ...query, simplified: false } } });
  const simplified = $api.useQuery('get', '/invoices', { params: { query: { ...query, simplified: true } } });
  const credits = $api.useQuery('get', '/credit-notes', { params: { query } });
  return (
    <>
      <SeriesRow kind="invoice" year={year} last={lastOf(invoices.data?.items)} loaded={invoices.isSuccess} />
      <SeriesRow kind="simplified" year={year} last={lastOf(simplified.data?.items)} loaded={simplified.isSuccess} />
      <SeriesRow kind="creditNote" year={year} last={lastOf(credits.data?.items)} loaded={credits.isSuccess} />
    </>
  );
}

interface RowProps {
  readonly kind: Kind;
  readonly year: string;
  readonly last: Bill | undefined;
  readonly loaded: boolean;
}

function SeriesRow({ kind, year, last, loaded }: RowProps) {
  const t = useT();
  const { date } = useFormats();
  return (
    <tr>
      <td>{t(`settings.series.${kind}`, { series: seriesOf(kind, year) })}</td>
      <td className="nowrap">
        {last && (
          <>
            <Link to={(hrefOf(last.id) ?? '/') as never}>{last.number}</Link>
            <br />
            <small className="dimmed">{date(last.date)}</small>
          </>
        )}
      </td>
      <td className="nowrap">{loaded && nextNumber(kind, year, last?.number)}</td>
    </tr>
  );
}
