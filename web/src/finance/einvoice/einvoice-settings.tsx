import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { SettingsPage } from '../../platform/public.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { CertificateSection } from './certificate-section.tsx';
import styles from './einvoice.module.css';
import { IssuersSection } from './issuers-section.tsx';
import { TrustSection } from './trust-section.tsx';
import { VerifactuChain } from './verifactu-chain.tsx';

type Settings = Schemas['EInvoicing'];

/** How the company does its electronic invoicing: what is followed, what the law asks for and when, Verifactu. */
export function Screen() {
  const { data, error } = $api.useQuery('get', '/e-invoicing/settings', {});
  const t = useT();
  return (
    <SettingsPage part="einvoicing" text={t('einvoice.setup.sending')} error={error}>
      {data && (
        <>
          <Following settings={data} />
          <Duties settings={data} />
          <IssuersSection issuers={data.issuers} />
          <CertificateSection certificate={data.certificate} />
          <TrustSection />
          <VerifactuChain settings={data} />
        </>
      )}
    </SettingsPage>
  );
}

function Following({ settings }: { readonly settings: Settings }) {
  const t = useT();
  const can = useCan();
  const { date } = useFormats();
  const queries = useQueryClient();
  const { duties, followedFrom } = settings;
  const [isLarge, setLarge] = useState(settings.isLarge);
  const [from, setFrom] = useState(followedFrom === duties.invoices ? '' : followedFrom);
  const save = useMutation({
    mutationFn: () => api.PATCH('/e-invoicing/settings', { body: { isLarge, followedFrom: from || null } }).then(dataOf),
    onSuccess: async () => {
      notifications.show({ message: t('einvoice.setup.saved'), color: 'teal' });
      await queries.invalidateQueries();
    },
  });
  const readOnly = !can('patchEInvoicing');
  return (
    <Section title={t('einvoice.setup.title')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Checkbox
          label={t('einvoice.setup.isLarge')}
          checked={isLarge}
          disabled={readOnly}
          onChange={(event) => setLarge(event.currentTarget.checked)}
        />
        <DateField
          label={t('einvoice.setup.followedFrom')}
          description={t('einvoice.setup.followedHint', { date: date(duties.invoices) })}
          value={from}
          onChange={setFrom}
          readOnly={readOnly}
        />
        <ProblemNote error={save.error} />
        {!readOnly && (
          <Button type="submit" loading={save.isPending}>
            {t('einvoice.setup.save')}
          </Button>
        )}
      </form>
    </Section>
  );
}

const DUTIES = ['invoices', 'statuses', 'verifactu'] as const;

function Duties({ settings: { duties, announced } }: { readonly settings: Settings }) {
  const t = useT();
  const { date, month } = useFormats();
  return (
    <Section title={t('einvoice.setup.duties')}>
      <LinesTable heads={[t('einvoice.fate.detail'), t('einvoice.fate.on')]}>
        <tbody>
          {DUTIES.map((duty) => (
            <tr key={duty}>
              <th scope="row">{t(`einvoice.setup.duty.${duty}`)}</th>
              <td>
                {/* Together in a row of a phone, where a cell's parts stand side by side. */}
                <div>
                  <span className="nowrap">{date(duties[duty])}</span>
                  {duty === 'verifactu' && announced && (
                    <p className="dimmed">
                      {t('einvoice.setup.announced', { on: date(announced.on), from: month(announced.from), source: announced.source })}
                    </p>
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </Section>
  );
}
