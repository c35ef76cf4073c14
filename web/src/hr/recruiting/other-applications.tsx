import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { RowsTable } from '../../record/rows-table.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import type { Application } from './application-dialogs.tsx';

type Other = Application['others'][number];

/** Applications of the same person, and those by the same address that nobody has looked at. */
export function OtherApplications({ application: { others, sameAddress } }: { readonly application: Application }) {
  const t = useT();
  return (
    <>
      <Rows title={t('recruiting.others')} rows={others} />
      <Rows title={t('recruiting.sameAddress')} rows={sameAddress} />
    </>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Other[] }) {
  const t = useT();
  const { date } = useFormats();
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <RowsTable
        rows={rows}
        columns={[
          [t('recruiting.merge.other'), ({ id, candidateName }) => <Link to={`/people/applications/${id}` as never}>{candidateName}</Link>],
          [t('recruiting.job'), ({ vacancyTitle }) => vacancyTitle],
          [t('recruiting.appliedOn'), ({ appliedOn }) => date(appliedOn), 'nowrap'],
          [t('lists.columns.state'), ({ stage }) => <StateBadge kind="application" state={stage} />],
        ]}
      />
    </Section>
  );
}

interface Props {
  readonly application: Application;
  readonly onClose: () => void;
}
type Found = Pick<Schemas['ApplicationRow'], 'id' | 'candidateName' | 'vacancyTitle'>;
const labelOf = ({ candidateName, vacancyTitle }: Found): string => `${candidateName} · ${vacancyTitle}`;
const find = (q: string) =>
  api.GET('/recruiting/applications', { params: { query: { q, limit: 20 } } }).then((answer) => dataOf(answer).items as readonly Found[]);

/** Who applied is one person with whoever applied there. */
export function MergeDialog({ application: { id, sameAddress }, onClose }: Props) {
  const t = useT();
  const [other, choose] = useState<Found | undefined>(sameAddress[0]);
  const form = useForm({ initialValues: { applicationId: '' }, validate: { applicationId: () => (other ? null : t('forms.wrong')) } });
  return (
    <FormDialog
      title={t('recruiting.merge.title')}
      form={form}
      send={(_, key) =>
        api
          .POST('/recruiting/applications/{applicationId}/merger', {
            params: { path: { applicationId: id }, header: { 'Idempotency-Key': key } },
            body: { applicationId: other?.id ?? '' },
          })
          .then(dataOf)
      }
      done={() => t('recruiting.merge.done')}
      onClose={onClose}
    >
      <PickField<Found>
        label={t('recruiting.merge.other')}
        kind="application-record"
        required
        path="applicationId"
        chosen={other && labelOf(other)}
        find={find}
        idOf={(found) => found.id}
        optionOf={labelOf}
        onPick={choose}
        onClear={() => choose(undefined)}
        error={form.errors.applicationId}
      />
      <p>{t('recruiting.merge.says')}</p>
    </FormDialog>
  );
}
