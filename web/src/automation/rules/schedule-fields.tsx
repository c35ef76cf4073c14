import { NativeSelect } from '@mantine/core';
import { EVERY, needsDay } from '#domain/automation/rules/schedule.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './rule.module.css';
import type { Ringing } from './rule-draft.ts';
import { useRuleWords } from './rule-words.ts';

interface Props {
  readonly schedule: Ringing;
  readonly onChange: (schedule: Ringing) => void;
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** When the clock rings. */
export function ScheduleFields({ schedule, onChange }: Props) {
  const t = useT();
  const words = useRuleWords();
  const { every, on = 1, hour } = schedule;
  const days = numbers(1, every === 'week' ? 7 : 31);
  const nameOf = (day: number) => (every === 'week' ? words.weekday(day) : String(day));
  return (
    <div className={styles.row}>
      <NativeSelect
        label={t('automation.schedule.every')}
        data={EVERY.map((value) => ({ value, label: t(`automation.schedule.names.${value}`) }))}
        value={every}
        onChange={(event) => {
          const next = event.currentTarget.value as Ringing['every'];
          onChange(needsDay(next) ? { every: next, on: 1, hour } : { every: next, hour });
        }}
      />
      {needsDay(every) && (
        <NativeSelect
          label={t('automation.schedule.on')}
          data={days.map((day) => ({ value: String(day), label: nameOf(day) }))}
          value={String(on)}
          onChange={(event) => onChange({ ...schedule, on: Number(event.currentTarget.value) })}
        />
      )}
      <NativeSelect
        label={t('automation.schedule.hour')}
        data={numbers(0, 23).map((value) => ({ value: String(value), label: `${value}:00` }))}
        value={String(hour)}
        onChange={(event) => onChange({ ...schedule, hour: Number(event.currentTarget.value) })}
      />
    </div>
  );
}
