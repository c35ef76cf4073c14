import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { MOVABLE_STAGES } from '#domain/hr/recruiting/application.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { FormDialog } from '../../form/form-dialog.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';

export type Application = Schemas['Application'];
export type PlannedInterview = Application['interviews'][number];
interface Props {
  readonly application: Application;
  readonly onClose: () => void;
}
const paramsOf = (applicationId: string, key: string) => ({ path: { applicationId }, header: { 'Idempotency-Key': key } });
type Movable = (typeof MOVABLE_STAGES)[number];

export function StageDialog({ application: { id, stage }, onClose }: Props) {
  const t = useT();
  const others = MOVABLE_STAGES.filter((one) => one !== stage);
  const form = useForm({ initialValues: { stage: others[0] as Movable } });
  return (
    <FormDialog
      title={t('recruiting.move.action')}
      form={form}
      send={(body, key) =>
        api
          .POST('/recruiting/applications/{applicationId}/stage', { params: paramsOf(id, key), body: { ...body, from: stage } })
          .then(dataOf)
      }
      done={() => t('recruiting.move.done')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('recruiting.stage')}
        data={others.map((value) => ({ value, label: t(`states.application.${value}`) }))}
        data-autofocus
        {...form.getInputProps('stage')}
      />
    </FormDialog>
  );
}

const two = (number: number): string => String(number).padStart(2, '0');
/** An instant as the fields of this browser's time zone. */
function fieldsOf(at: string): { readonly day: string; readonly time: string } {
  const there = new Date(at);
  const day = [there.getFullYear(), two(there.getMonth() + 1), two(there.getDate())].join('-');
  return { day, time: `${two(there.getHours())}:${two(there.getMinutes())}` };
}

interface InterviewProps extends Props {
  /** Absent: a new one. */
  readonly interview?: PlannedInterview;
}
/** Plans an interview, or moves one. */
export function InterviewDialog({ application: { id }, interview, onClose }: InterviewProps) {
  const t = useT();
  const { minutes, place, with: guests } = interview ?? { minutes: 45, place: '', with: [] };
  const when = interview ? fieldsOf(interview.at) : { day: today(), time: '10:00' };
  const form = useForm({ initialValues: { ...when, minutes, place, guests: guests.join(', ') } });
  type Values = typeof form.values;
  const bodyOf = (values: Values) => ({
    at: new Date(`${values.day}T${values.time}`).toISOString(),
    minutes: values.minutes,
    place: values.place,
    with: values.guests.split(/[\s,;]+/).filter(Boolean),
  });
  const path = '/recruiting/applications/{applicationId}/interviews';
  const send = (values: Values, key: string) =>
    interview
      ? api.PUT(`${path}/{no}`, { params: { path: { applicationId: id, no: String(interview.no) } }, body: bodyOf(values) }).then(dataOf)
      : api.POST(path, { params: paramsOf(id, key), body: bodyOf(values) }).then(dataOf);
  return (
    <FormDialog
      title={t(interview ? 'recruiting.interview.move' : 'recruiting.interview.action')}
      form={form}
      send={send}
      done={() => t('recruiting.interview.done')}
      onClose={onClose}
      places={{ 'interview.past': 'day' }}
    >
      <DateField
        label={t('actions.date')}
        required
        value={form.values.day}
        onChange={(day) => form.setFieldValue('day', day)}
        error={form.errors.day}
        data-path="day"
        data-autofocus
      />
      <TextInput type="time" label={t('recruiting.interview.at')} required {...form.getInputProps('time')} />
      <NumberInput label={t('recruiting.interview.minutes')} min={10} max={480} allowDecimal={false} {...form.getInputProps('minutes')} />
      <TextInput label={t('recruiting.interview.place')} required maxLength={200} autoComplete="off" {...form.getInputProps('place')} />
      <TextInput
        label={t('recruiting.interview.with')}
        description={t('recruiting.interview.withHint')}
        required
        autoComplete="off"
        {...form.getInputProps('guests')}
      />
    </FormDialog>
  );
}

const VERDICTS = ['no', 'doubt', 'yes'] as const;
const CRITERIA = ['experience', 'skills', 'attitude'] as const;

export function ScorecardDialog({ application: { id }, onClose }: Props) {
  const t = useT();
  const form = useForm({
    initialValues: { verdict: 'doubt' as (typeof VERDICTS)[number], experience: '', skills: '', attitude: '', text: '' },
  });
  return (
    <FormDialog
      title={t('recruiting.score.action')}
      form={form}
      send={({ verdict, text, ...given }, key) =>
        api
          .POST('/recruiting/applications/{applicationId}/scorecards', {
            params: paramsOf(id, key),
            body: {
              verdict,
              scores: CRITERIA.flatMap((name) =>
                given[name] === '' ? [] : [{ what: t(`recruiting.score.criteria.${name}`), score: Number(given[name]) }],
              ),
              ...(text ? { text } : {}),
            },
          })
          .then(dataOf)
      }
      done={() => t('recruiting.score.done')}
      onClose={onClose}
    >
      <NativeSelect
        label={t('recruiting.score.verdict')}
        data={VERDICTS.map((value) => ({ value, label: t(`recruiting.score.verdicts.${value}`) }))}
        data-autofocus
        {...form.getInputProps('verdict')}
      />
      {CRITERIA.map((name) => (
        <NativeSelect
          key={name}
          label={t(`recruiting.score.criteria.${name}`)}
          data={[{ value: '', label: t('recruiting.score.none') }, ...['1', '2', '3', '4', '5']]}
          {...form.getInputProps(name)}
        />
      ))}
      <Textarea label={t('recruiting.score.text')} maxLength={2000} autosize minRows={3} {...form.getInputProps('text')} />
    </FormDialog>
  );
}
