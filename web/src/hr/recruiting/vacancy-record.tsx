import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useParams } from '@tanstack/react-router';
import { post, step } from '../../actions/step-dialog.tsx';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { useSession } from '../../session/session.ts';
import { told } from '../people/assignment-fields.tsx';
import { Board } from './board.tsx';
import { VacancyTextsDialog } from './refusal-dialogs.tsx';

type Vacancy = Schemas['Vacancy'];

/** A vacancy with its board. */
export function Screen() {
  const t = useT();
  const { vacancyId } = useParams({ strict: false }) as { vacancyId: string };
  const path = { vacancyId };
  const publication = usePublication();
  return (
    <DocumentPage
      query={$api.useQuery('get', '/recruiting/vacancies/{vacancyId}', { params: { path } })}
      parent={{ to: '/people/vacancies', label: t('menu.vacancies') }}
      title={({ title }) => title}
      subtitle={({ department, workplace }) => [department, workplace].filter(Boolean).join(' · ')}
      actions={({ state, publishedOn }) => [
        ...(state === 'draft'
          ? [
              {
                ...{ id: 'approve', label: t('recruiting.approve.action'), needs: 'approveVacancy' as const, primary: true },
                step: () =>
                  step(post('/recruiting/vacancies/{vacancyId}/approval', path), {
                    title: t('recruiting.approve.title'),
                    confirm: t('recruiting.approve.action'),
                    says: t('recruiting.approve.says'),
                    done: () => t('recruiting.approve.done'),
                  }),
              },
            ]
          : []),
        ...(state === 'open'
          ? [
              {
                ...{ id: 'apply', label: t('recruiting.apply.action'), needs: 'createApplication' as const, primary: true },
                dialog: (vacancy: Vacancy, onClose: () => void) => <ApplyDialog vacancyId={vacancy.id} onClose={onClose} />,
              },
            ]
          : []),
        {
          ...{ id: 'refusalTexts', label: t('recruiting.refusalTexts.action'), needs: 'setRefusalMail' as const },
          dialog: (vacancy: Vacancy, onClose: () => void) => <VacancyTextsDialog vacancy={vacancy} onClose={onClose} />,
        },
        ...(state === 'open' ? [publication(path, publishedOn !== undefined)] : []),
        ...(state === 'closed'
          ? []
          : [
              {
                ...{ id: 'close', label: t('recruiting.close.action'), needs: 'closeVacancy' as const, danger: true },
                step: () =>
                  step(post('/recruiting/vacancies/{vacancyId}/closing', path), {
                    title: t('recruiting.close.title'),
                    confirm: t('recruiting.close.action'),
                    danger: true,
                    says: t('recruiting.close.says'),
                    done: () => t('recruiting.close.done'),
                  }),
              },
            ]),
      ]}
    >
      {(vacancy) => (
        <>
          <About vacancy={vacancy} />
          {vacancy.state !== 'draft' && (
            <Section title={t('recruiting.board')}>
              <Board applications={vacancy.applications} />
            </Section>
          )}
        </>
      )}
    </DocumentPage>
  );
}

/** Puts a vacancy on the public page, or takes it off. */
function usePublication() {
  const t = useT();
  return (of: { readonly vacancyId: string }, published: boolean) => {
    const name = published ? 'unpublish' : 'publish';
    return {
      ...{ id: name, label: t(`recruiting.${name}.action`), needs: 'publishVacancy' as const },
      step: () =>
        step(
          async () =>
            dataOf(
              await api.PUT('/recruiting/vacancies/{vacancyId}/publication', {
                params: { path: of },
                body: { published: !published },
              }),
            ),
          {
            title: t(`recruiting.${name}.title`),
            confirm: t(`recruiting.${name}.action`),
            says: t(`recruiting.${name}.says`),
            done: () => t(`recruiting.${name}.done`),
          },
        ),
    };
  };
}

function About({ vacancy }: { readonly vacancy: Vacancy }) {
  const t = useT();
  const { money } = useFormats();
  const session = useSession();
  const person = 'person' in session ? session.person : undefined;
  return (
    <Section title={t('recruiting.about')}>
      <Facts
        facts={[
          [t('recruiting.budget'), vacancy.budget && money(vacancy.budget)],
          [t('recruiting.hired'), `${vacancy.hired}/${vacancy.openings}`],
          [t('onboarding.contract'), t(`payroll.contracts.${vacancy.contract}`)],
          [
            t('recruiting.publish.on'),
            vacancy.publishedOn && (
              <a key="page" href={`/jobs/${person?.company}/${vacancy.id}`} target="_blank" rel="noreferrer">
                {t('recruiting.publish.link')}
              </a>
            ),
          ],
          [t('recruiting.description'), vacancy.description],
        ]}
      />
    </Section>
  );
}

interface ApplyProps {
  readonly vacancyId: string;
  readonly onClose: () => void;
}

function ApplyDialog({ vacancyId, onClose }: ApplyProps) {
  const t = useT();
  const form = useForm({
    initialValues: { givenName: '', familyName: '', email: '', phone: '', source: '', language: 'es' as 'es' | 'en', consentMonths: 12 },
  });
  const field = (name: 'givenName' | 'familyName' | 'email' | 'phone' | 'source', required: boolean) => (
    <TextInput label={t(`recruiting.fields.${name}`)} required={required} autoComplete="off" {...form.getInputProps(name)} />
  );
  return (
    <FormDialog
      title={t('recruiting.apply.title')}
      form={form}
      send={(values, key) =>
        api
          .POST('/recruiting/applications', { params: { header: { 'Idempotency-Key': key } }, body: { vacancyId, ...told(values) } })
          .then(dataOf)
      }
      done={({ candidateName }) => t('recruiting.apply.done', { name: candidateName })}
      onClose={onClose}
    >
      {field('givenName', true)}
      {field('familyName', true)}
      {field('email', true)}
      {field('phone', false)}
      {field('source', false)}
      <NativeSelect
        label={t('recruiting.language')}
        data={(['es', 'en'] as const).map((value) => ({ value, label: t(`recruiting.languages.${value}`) }))}
        {...form.getInputProps('language')}
      />
      <NumberInput
        label={t('recruiting.consentMonths')}
        description={t('recruiting.consentHint')}
        min={1}
        max={24}
        allowDecimal={false}
        {...form.getInputProps('consentMonths')}
      />
    </FormDialog>
  );
}
