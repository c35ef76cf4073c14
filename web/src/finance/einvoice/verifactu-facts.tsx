import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import { QrCode } from '../../ui/qr-code.tsx';

/** The record of an invoice in the chain, with what its QR says. */
export function VerifactuFacts({ record }: { readonly record: Schemas['VerifactuRecord'] }) {
  const t = useT();
  const { money, moment } = useFormats();
  const { place, number, at, type, total, hash, qr } = record;
  return (
    <Section title={t('einvoice.verifactu.record', { place })}>
      <Facts
        facts={[
          [t('einvoice.verifactu.at'), moment(at)],
          [t('einvoice.verifactu.type'), type],
          [t('einvoice.verifactu.total'), total && money(total)],
          [t('einvoice.verifactu.hash'), <code key="hash">{hash.match(/.{1,16}/g)?.join(' ')}</code>],
        ]}
      />
      {qr && <QrCode text={qr} label={t('einvoice.verifactu.qr', { number })} />}
      <p className="dimmed">{t('einvoice.verifactu.notSent')}</p>
    </Section>
  );
}
