import { Link } from '@tanstack/react-router';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { DocumentLink } from '../receivables/documents.tsx';

/** Lines of a bill that are fixed assets: what was registered of them, and what is still to be. */
export function BoughtAssets({ bill }: { readonly bill: Schemas['SupplierBill'] }) {
  const t = useT();
  const { money } = useFormats();
  const can = useCan();
  if (bill.assets.length === 0) return null;
  const lines = bill.assets.flatMap(({ line: no, assetId }) => {
    const line = bill.lines.find((each) => each.line === no);
    return line ? [{ ...line, assetId }] : [];
  });
  return (
    <Section title={t('payables.assets.title')} printed={false}>
      <ul>
        {lines.map(({ line, account, text, net, assetId }) => (
          <li key={line}>
            {text ?? account}, {money(net)}:{' '}
            {assetId ? (
              <DocumentLink id={assetId} />
            ) : can('registerAsset') ? (
              <Link
                to={'/assets/new' as never}
                search={{ bill: bill.id, line: String(line), name: text ?? '', account, cost: net.amount, date: bill.date } as never}
              >
                {t('payables.assets.register', { name: text ?? account })}
              </Link>
            ) : (
              t('payables.assets.none')
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Lines of a bill that should have the code of capital goods, each with the one that it should have. */
export function CapitalCodes({ bill: { warnings } }: { readonly bill: Schemas['SupplierBill'] }) {
  const t = useT();
  if (warnings.length === 0) return null;
  return (
    <Section title={t('payables.capitalCodes')} printed={false}>
      <ul>
        {warnings.map(({ line, params }) => (
          <li key={line}>{t('payables.capitalCode', { account: '', least: '', instead: '', taxCode: '', ...params })}</li>
        ))}
      </ul>
    </Section>
  );
}
