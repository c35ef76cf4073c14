import { Checkbox, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useT } from '../../i18n/i18n.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { told } from '../people/assignment-fields.tsx';
import type { Application } from './application-dialogs.tsx';
import styles from './board.module.css';

interface Props {
  readonly application: Application;
  readonly onClose: () => void;
}

/** Refuses, with the mail before one's eyes as it will leave. */
export function RefuseDialog({ application: { id }, onClose }: Props) {
  const t = useT();
  const params = { path: { applicationId: id } };
  const { data, error } = $api.useQuery('get', '/recruiting/applications/{applicationId}/refusal-mail', { params });
  const form = useForm({
    initialValues: { reason: '', mail: true },
    validate: { reason: (reason) => (reason.trim() === '' ? t('forms.wrong') : null) },
  });
  return (
    <FormDialog
      title={t('recruiting.refuse.title')}
      confirm={t('recruiting.refuse.action')}
      form={form}
      send={(body, key) =>
        api
          .POST('/recruiting/applications/{applicationId}/refusal', { params: { ...params, header: { 'Idempotency-Key': key } }, body })
          .then(dataOf)
      }
      done={() => t('recruiting.refuse.done')}
      onClose={onClose}
    >
      <Textarea
        label={t('actions.reason')}
        required
        maxLength={200}
        autosize
        minRows={2}
        data-autofocus
        data-path="reason"
        {...form.getInputProps('reason')}
      />
      <Checkbox label={t('recruiting.refuse.send')} {...form.getInputProps('mail', { type: 'checkbox' })} />
      <ProblemNote error={error} />
      {form.values.mail && data && (
        <section aria-label={t('recruiting.refuse.preview')}>
          <p className="dimmed">{t(`recruiting.refuse.source.${data.source}`)}</p>
          <p>
            <b>{data.subject}</b>
          </p>
          <p className={styles.letter}>{data.text}</p>
          <p>{t('recruiting.refuse.says')}</p>
        </section>
      )}
    </FormDialog>
  );
}

type Texts = { readonly es?: string; readonly en?: string };
interface TextsProps {
  readonly title: string;
  readonly texts: Texts | undefined;
  readonly send: (texts: Texts) => Promise<unknown>;
  readonly onClose: () => void;
}
function TextsDialog({ title, texts, send, onClose }: TextsProps) {
  const t = useT();
  const form = useForm({ initialValues: { es: texts?.es ?? '', en: texts?.en ?? '' } });
  const area = (language: 'es' | 'en') => (
    <Textarea
      label={t(`recruiting.languages.${language}`)}
      autosize
      minRows={4}
      maxLength={2000}
      data-path={language}
      {...form.getInputProps(language)}
    />
  );
  return (
    <FormDialog
      title={title}
      form={form}
      send={(values) => send(told(values))}
      done={() => t('recruiting.refusalTexts.done')}
      onClose={onClose}
    >
      <p className="dimmed">{t('recruiting.refusalTexts.hint')}</p>
      {area('es')}
      {area('en')}
    </FormDialog>
  );
}

/** The words of a vacancy, for whoever is refused. */
export function VacancyTextsDialog({
  vacancy,
  onClose,
}: {
  readonly vacancy: Pick<Schemas['Vacancy'], 'id' | 'refusalTexts'>;
  readonly onClose: () => void;
}) {
  const t = useT();
  const params = { path: { vacancyId: vacancy.id } };
  return (
    <TextsDialog
      title={t('recruiting.refusalTexts.ofVacancy')}
      texts={vacancy.refusalTexts}
      send={(texts) => api.PUT('/recruiting/vacancies/{vacancyId}/refusal-mail', { params, body: { texts } }).then(dataOf)}
      onClose={onClose}
    />
  );
}

/** The words of the company, for vacancies that have none of their own. */
export function CompanyTextsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { data, isPending } = $api.useQuery('get', '/recruiting/refusal-mail');
  return isPending ? null : (
    <TextsDialog
      title={t('recruiting.refusalTexts.ofCompany')}
      texts={data}
      send={(texts) => api.PUT('/recruiting/refusal-mail', { body: { texts } }).then(dataOf)}
      onClose={onClose}
    />
  );
}
