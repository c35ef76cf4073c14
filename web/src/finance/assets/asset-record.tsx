import { Alert } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { assetClass } from '#domain/finance/assets/lis12.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { DisposeDialog } from './dispose-dialog.tsx';
import { ImpairmentDialog } from './impairment-dialog.tsx';
import { withdraw } from './steps.ts';

type Asset = Schemas['FixedAsset'];

/** One fixed asset, whole: what it cost, what is left of it, and its schedule. */
export function Screen() {
  const t = useT();
  const { assetId } = useParams({ strict: false }) as { assetId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/assets/{assetId}', { params: { path: { assetId } } })}
      parent={{ to: '/assets', label: t('menu.fixedAssets') }}
      title={({ name }) => name}
      subtitle={({ number }) => number}
      actions={() => [
        {
          id: 'dispose',
          label: t('assets.dispose.action'),
          needs: 'disposeAsset',
          danger: true,
          dialog: (asset, onClose) => <DisposeDialog asset={asset} onClose={onClose} />,
        },
        {
          id: 'impair',
          label: t('assets.impair.action'),
          needs: 'impairAsset',
          dialog: (asset, onClose) => <ImpairmentDialog asset={asset} way="impair" onClose={onClose} />,
        },
        {
          id: 'recover',
          label: t('assets.recover.action'),
          needs: 'reverseImpairment',
          dialog: (asset, onClose) => <ImpairmentDialog asset={asset} way="recover" onClose={onClose} />,
        },
        { id: 'withdraw', label: t('assets.withdraw.action'), needs: 'withdrawAsset', danger: true, step: withdraw },
      ]}
    >
      {(asset) => (
        <>
          <AssetFacts asset={asset} />
          <Schedule schedule={asset.schedule} />
        </>
      )}
    </DocumentPage>
  );
}

function AssetFacts({ asset }: { readonly asset: Asset }) {
  const t = useT();
  const english = useLanguage() === 'en';
  const { money, longDate } = useFormats();
  const known = assetClass(asset.assetClass);
  const { percent, years } = asset;
  const plan = [
    t(`assets.methods.${asset.method}`),
    percent && `${percent} %`,
    years && t('assets.inYears', { count: years }),
    t(`assets.bases.${asset.basis}`),
  ];
  return (
    <Section title={t('assets.facts')}>
      {asset.taxWarnings.map((warning) => (
        <Alert key={warning} color="yellow">
          {t(`assets.taxWarnings.${warning}`, { percent: known?.maxPercent ?? '', years: known?.maxYears ?? 0 })}
        </Alert>
      ))}
      <Facts
        facts={[
          [t('assets.account'), asset.account],
          [t('assets.assetClass'), known ? (english ? known.labelEn : known.label) : '–'],
          [t('assets.inUseOn'), longDate(asset.inUseOn)],
          [t('assets.method'), plan.filter(Boolean).join(' · ')],
          [t('assets.cost'), money(asset.cost)],
          [t('assets.depreciated'), money(asset.depreciated)],
          [t('assets.impaired'), money(asset.impaired)],
          [t('assets.bookValue'), money(asset.bookValue)],
        ]}
      />
    </Section>
  );
}

function Schedule({ schedule }: { readonly schedule: Asset['schedule'] }) {
  const t = useT();
  const { money } = useFormats();
  const adjusted = schedule.some(({ taxAdjustment }) => Number(taxAdjustment.amount) !== 0);
  const heads = [t('assets.posted'), t('assets.planned'), t('assets.depreciated'), t('assets.bookValue')];
  return (
    <Section title={t('assets.schedule')}>
      <LinesTable heads={[t('assets.year'), ...amounts(...heads, ...(adjusted ? [t('assets.taxAdjustment')] : []))]}>
        <tbody>
          {schedule.map(({ year, posted, planned, depreciated, bookValue, taxAdjustment }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="amount">{money(posted)}</td>
              <td className="amount">{money(planned)}</td>
              <td className="amount">{money(depreciated)}</td>
              <td className="amount">{money(bookValue)}</td>
              {adjusted && <td className="amount">{money(taxAdjustment)}</td>}
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </Section>
  );
}
