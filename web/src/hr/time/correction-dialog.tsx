import { NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { CLOCK_KINDS, type ClockKind } from '#domain/hr/time/clock-entry.ts';
import { instantOf } from '#domain/hr/time/local-time.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { ReasonField } from '../../form/step-fields.tsx';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';

interface Props {
  readonly register: Schemas['Register'];
  readonly timeZone: string;
  readonly onClose: () => void;
}

const NONE = '';
/** An entry does not count any more, and nothing takes its place. */
const REMOVED = 'none';

/** An entry that is wrong, or one that is missing: what was told stays, with who corrects it and why. */
export function CorrectionDialog({ register, timeZone, onClose }: Props) {
  const t = useT();
  const { date } = useFormats();
  const form = useForm({
    initialValues: { replaces: NONE, kind: 'out', day: today(), time: '', reason: '' },
    validate: {
      time: (time, { kind, day }) =>
        kind === REMOVED || (/^([01]\d|2[0-3]):[0-5]\d$/.test(time) && instantOf(timeZone, { date: day, time }))
          ? null
          : t('time.correct.wrongTime'),
      kind: (kind, { replaces }) => (kind === REMOVED && replaces === NONE ? t('time.correct.nothingToRemove') : null),
      reason: (reason) => (reason.trim() === '' ? t('forms.wrong') : null),
    },
  });
  const { values } = form;
  const open = register.entries.filter(({ replacedBy }) => replacedBy === undefined);
  return (
    <FormDialog
      title={t('time.correct.title')}
      form={form}
      send={({ replaces, kind, day, time, reason }, key) =>
        api
          .POST('/time/corrections', {
            params: { header: { 'Idempotency-Key': key } },
            body: {
              ...{ employeeId: register.employeeId, reason },
              ...(replaces === NONE ? {} : { replaces }),
              ...(kind === REMOVED ? {} : { entry: { kind: kind as ClockKind, at: instantOf(timeZone, { date: day, time }) ?? '' } }),
            },
          })
          .then(dataOf)
      }
      done={({ state }) => t(state === 'approved' ? 'time.correct.done' : 'time.correct.asked')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('time.correct.replaces')}
        data={[
          { value: NONE, label: t('time.correct.missing') },
          ...open.map((entry) => ({ value: entry.id, label: `${date(entry.date)} ${entry.time} · ${t(`time.kinds.${entry.kind}`)}` })),
        ]}
        {...form.getInputProps('replaces')}
      />
      <NativeSelect
        label={t('time.correct.kind')}
        data={[
          ...CLOCK_KINDS.map((value) => ({ value, label: t(`time.kinds.${value}`) })),
          { value: REMOVED, label: t('time.correct.remove') },
        ]}
        {...form.getInputProps('kind')}
      />
      {values.kind !== REMOVED && (
        <>
          <DateField
            label={t('time.register.date')}
            required
            value={values.day}
            onChange={(day) => form.setFieldValue('day', day)}
            data-path="entry.at"
          />
          <TextInput label={t('time.correct.time')} placeholder="17:30" required autoComplete="off" {...form.getInputProps('time')} />
        </>
      )}
      <ReasonField value={values.reason} onChange={(reason) => form.setFieldValue('reason', reason)} />
    </FormDialog>
  );
}
