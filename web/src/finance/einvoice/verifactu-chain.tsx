import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays } from '#kernel/date.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { hrefOf } from '../../record/kinds.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { DateField } from '../../ui/date-field.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { saveFile } from '../../ui/save-file.ts';

import { VerifactuSubmissions } from './verifactu-submissions.tsx';

type Settings = Schemas['EInvoicing'];

/** The chain of Verifactu: switching it on, its records, and whether it is whole. */
export function VerifactuChain({ settings: { verifactu } }: { readonly settings: Settings }) {
  const t = useT();
  const { date } = useFormats();
  const begun = verifactu && verifactu.from <= today();
  return (
    <Section title={t('einvoice.verifactu.title')}>
      <p>
        {!verifactu && t('einvoice.verifactu.off')}
        {verifactu && t(begun ? 'einvoice.verifactu.on' : 'einvoice.verifactu.planned', { date: date(verifactu.from) })}
        {verifactu?.until && ` ${t('einvoice.verifactu.until', { date: date(verifactu.until) })}`}
      </p>
      <p className="dimmed">{t('einvoice.verifactu.notSent')}</p>
      <Switch verifactu={verifactu} />
      <Records />
    </Section>
  );
}

function Switch({ verifactu }: { readonly verifactu: Settings['verifactu'] }) {
  const t = useT();
  const can = useCan();
  const queries = useQueryClient();
  // What was issued this morning has no record.
  const tomorrow = addDays(today(), 1);
  const [from, setFrom] = useState(tomorrow);
  const save = useMutation({
    mutationFn: (verifactuFrom: string | null) => api.PATCH('/e-invoicing/settings', { body: { verifactuFrom } }).then(dataOf),
    onSuccess: async () => {
      notifications.show({ message: t('einvoice.verifactu.done'), color: 'teal' });
      await queries.invalidateQueries();
    },
  });
  if (!can('patchEInvoicing')) return null;
  return (
    <>
      <ProblemNote error={save.error} />
      {verifactu ? (
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate(null)}>
          {t('einvoice.verifactu.switchOff')}
        </Button>
      ) : (
        <Group align="end" gap="sm">
          <DateField label={t('einvoice.verifactu.from')} value={from} onChange={setFrom} min={tomorrow} />
          <Button loading={save.isPending} disabled={from === ''} onClick={() => save.mutate(from)}>
            {t('einvoice.verifactu.switchOn')}
          </Button>
        </Group>
      )}
    </>
  );
}

/** The chain a page at a time, the last first. */
function Records() {
  const t = useT();
  const { money, moment } = useFormats();
  const [from, setFrom] = useState<number>();
  const delivered = (delivery: Schemas['VerifactuRecord']['delivery']) =>
    delivery
      ? `${t(`einvoice.submissions.deliveries.${delivery.state}`)} ${delivery.code ?? ''}`
      : t('einvoice.submissions.deliveries.kept');
  const signed = (signature: Schemas['VerifactuRecord']['signature']) =>
    signature?.at ? moment(signature.at) : t(signature ? 'einvoice.verifactu.waits' : 'einvoice.verifactu.beingSigned');
  const { data, error } = $api.useQuery('get', '/verifactu/records', { params: { query: from ? { from: String(from) } : {} } });
  return (
    <>
      <h3>{t('einvoice.verifactu.records')}</h3>
      <ProblemNote error={error} />
      {data?.length === 0 && <p className="dimmed">{t('einvoice.verifactu.none')}</p>}
      {data && data.length > 0 && (
        <Stack gap="md">
          <LinesTable
            heads={[
              t('einvoice.verifactu.place'),
              t('einvoice.verifactu.number'),
              t('einvoice.verifactu.at'),
              t('einvoice.verifactu.type'),
              [t('einvoice.verifactu.total'), 'amount'],
              t('einvoice.verifactu.hash'),
              t('einvoice.verifactu.signature'),
              t('einvoice.submissions.delivery'),
            ]}
          >
            <tbody>
              {data.items.map((record) => (
                <tr key={record.place}>
                  <td>{record.place}</td>
                  <th scope="row">
                    <Link to={hrefOf(record.documentId) as never}>{record.number}</Link>
                  </th>
                  <td className="nowrap">{moment(record.at)}</td>
                  <td>{record.kind === 'cancellation' ? t('einvoice.verifactu.cancellation') : record.type}</td>
                  <td className="amount">{record.total && money(record.total)}</td>
                  <td>
                    <code title={record.hash}>{record.hash.slice(0, 12)}…</code>
                  </td>
                  <td className="nowrap">{signed(record.signature)}</td>
                  <td title={record.delivery?.text}>{delivered(record.delivery)}</td>
                </tr>
              ))}
            </tbody>
          </LinesTable>
          <Group gap="sm">
            <Check />
            <Export of="exportVerifactu" label={t('einvoice.verifactu.export')} />
            <Export of="exportVerifactuEvents" label={t('einvoice.verifactu.exportEvents')} />
            {data.next && (
              <Button variant="default" onClick={() => setFrom(data.next)}>
                {t('einvoice.verifactu.more')}
              </Button>
            )}
          </Group>
          <VerifactuSubmissions />
        </Stack>
      )}
    </>
  );
}

interface WrittenFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: string;
  readonly next?: number;
}

const EXPORTS = { exportVerifactu: '/verifactu/exports', exportVerifactuEvents: '/verifactu/event-exports' } as const;

/** The chain of records, or of signed events, as files of AEAT's form; a long one in several. */
function Export({ of, label }: { readonly of: keyof typeof EXPORTS; readonly label: string }) {
  const can = useCan();
  const saved = useMutation({
    mutationFn: async () => {
      for (let from: number | undefined = 1; from !== undefined; ) {
        const params = { header: { 'Idempotency-Key': crypto.randomUUID() } };
        const file: WrittenFile = await api.POST(EXPORTS[of], { params, body: { from } }).then(dataOf);
        saveFile(
          new Blob([Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0))], { type: file.contentType }),
          file.fileName,
        );
        from = file.next;
      }
    },
  });
  if (!can(of)) return null;
  return (
    <>
      <Button variant="default" loading={saved.isPending} onClick={() => saved.mutate()}>
        {label}
      </Button>
      <ProblemNote error={saved.error} />
    </>
  );
}

/** Works the chain out again, and says whether it is whole. */
function Check() {
  const t = useT();
  const can = useCan();
  const check = useMutation({
    mutationFn: () =>
      api.POST('/verifactu/checks', { params: { header: { 'Idempotency-Key': crypto.randomUUID() } }, body: {} }).then(dataOf),
  });
  if (!can('checkVerifactuChain')) return null;
  const { broken, first = 1, last = 1 } = check.data ?? {};
  return (
    <>
      <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
        {t('einvoice.verifactu.check')}
      </Button>
      <output>
        {check.data &&
          (broken
            ? t('einvoice.verifactu.broken', { place: broken.place, why: t(`einvoice.verifactu.why.${broken.why}`) })
            : t('einvoice.verifactu.whole', { first, last }))}
      </output>
      <ProblemNote error={check.error} />
    </>
  );
}
