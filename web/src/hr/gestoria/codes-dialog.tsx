import { Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { PAY_CONCEPTS } from '#domain/hr/payroll/payroll-settings.ts';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import styles from '../../form/form.module.css';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';

interface Values extends Record<string, unknown> {
  name: string;
  company: string;
  accounts: string;
  dimension: string;
  concepts: Record<string, string>;
  employees: Record<string, string>;
}

/** Those with a text. */
const told = (all: Record<string, string>) => Object.fromEntries(Object.entries(all).filter(([, text]) => text.trim() !== ''));
/** A line each: the number, and after a colon its work places with commas between. */
const accountsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [number = '', places = ''] = line.split(':');
      const workplaces = places.split(',').map((place) => place.trim());
      return { number: number.trim(), workplaces: workplaces.filter((place) => place !== '') };
    });

interface Props {
  readonly settings: Schemas['PayrollSettings'];
  readonly onClose: () => void;
}

/** The codes of the gestoría, the contribution accounts, and the dimension of departments. */
export function CodesDialog({ settings: { gestoria, contributionAccounts, dimension, policies }, onClose }: Props) {
  const t = useT();
  const form = useForm<Values>({
    initialValues: {
      ...{ name: gestoria?.name ?? '', company: gestoria?.company ?? '', dimension: dimension ?? '' },
      accounts: contributionAccounts
        .map(({ number, workplaces }) => [number, (workplaces ?? []).join(', ')].filter(Boolean).join(': '))
        .join('\n'),
      concepts: { ...(gestoria?.concepts as Record<string, string> | undefined) },
      employees: { ...(gestoria?.employees as Record<string, string> | undefined) },
    },
  });
  return (
    <FormDialog
      title={t('gestoria.edit')}
      form={form}
      send={(values) =>
        api
          .PUT('/payroll/settings', {
            body: {
              contributionAccounts: accountsOf(values.accounts),
              ...(policies ? { policies } : {}),
              ...(values.dimension ? { dimension: values.dimension } : {}),
              gestoria: {
                ...(values.name ? { name: values.name } : {}),
                ...(values.company ? { company: values.company } : {}),
                ...{ employees: told(values.employees), concepts: told(values.concepts) },
              },
            },
          } as never)
          .then(dataOf)
      }
      done={() => t('gestoria.saved')}
      onClose={onClose}
    >
      <Company form={form} />
      <fieldset>
        <legend>{t('gestoria.concepts')}</legend>
        <div className={styles.pairs}>
          {PAY_CONCEPTS.map((concept) => (
            <TextInput
              key={concept}
              label={t(`gestoria.conceptNames.${concept}`)}
              maxLength={20}
              data-path={`gestoria.concepts.${concept}`}
              {...form.getInputProps(`concepts.${concept}`)}
              value={form.values.concepts[concept] ?? ''}
            />
          ))}
        </div>
      </fieldset>
      <Employees form={form} />
    </FormDialog>
  );
}

interface PartProps {
  readonly form: UseFormReturnType<Values>;
}

function Company({ form }: PartProps) {
  const t = useT();
  return (
    <div className={styles.pairs}>
      <TextInput label={t('gestoria.name')} maxLength={80} data-path="gestoria.name" {...form.getInputProps('name')} />
      <TextInput label={t('gestoria.company')} maxLength={20} data-path="gestoria.company" {...form.getInputProps('company')} />
      <Textarea
        label={t('gestoria.accounts')}
        description={t('gestoria.accountsText')}
        autosize
        minRows={2}
        data-path="contributionAccounts"
        {...form.getInputProps('accounts')}
      />
      <TextInput
        label={t('gestoria.dimension')}
        description={t('gestoria.dimensionText')}
        maxLength={30}
        data-path="dimension"
        {...form.getInputProps('dimension')}
      />
    </div>
  );
}

/** Everybody who works here now. */
function Employees({ form }: PartProps) {
  const t = useT();
  const query = { month: today().slice(0, 7), limit: '100' };
  const rows = $api.useQuery('get', '/payroll/inputs', { params: { query } }).data?.items ?? [];
  return (
    <fieldset>
      <legend>{t('gestoria.employees')}</legend>
      <div className={styles.pairs}>
        {rows.map(({ employeeId, name }) => (
          <TextInput
            key={employeeId}
            label={name}
            maxLength={20}
            data-path={`gestoria.employees.${employeeId}`}
            {...form.getInputProps(`employees.${employeeId}`)}
            value={form.values.employees[employeeId] ?? ''}
          />
        ))}
      </div>
    </fieldset>
  );
}
