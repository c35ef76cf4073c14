import { Alert, Button, Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/i18n.ts';
import { usePerson } from '../../session/session.ts';
import { useTitle } from '../../ui/title.ts';
import type { Told } from './clock-kept.ts';
import { useClock } from './clock-queue.ts';
import { hours, timeOf } from './hours.ts';
import styles from './time.module.css';

const TICK_MS = 1000;

/** The time of the service as this device keeps it, each second. */
function useNow(nowMs: () => number): Date {
  const [now, setNow] = useState(() => nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), TICK_MS);
    return () => clearInterval(timer);
  });
  return new Date(now);
}

/** Clocking in and out: one large button. What is told offline keeps its own time, and is sent later. */
export function Screen() {
  const t = useT();
  useTitle(t('time.clock.title'));
  const clock = useClock(usePerson()?.email ?? '');
  const { known, isKnown } = clock;
  return (
    <section className={styles.clock} aria-label={t('time.clock.title')}>
      <h1>{t('time.clock.title')}</h1>
      {!isKnown && <Loader aria-label={t('shell.loading')} />}
      {isKnown && known.employeeId === undefined && <Alert color="yellow">{t('time.clock.nobody')}</Alert>}
      {isKnown && known.employeeId !== undefined && <Face clock={clock} />}
    </section>
  );
}

interface FaceProps {
  readonly clock: ReturnType<typeof useClock>;
}

function Face({ clock }: FaceProps) {
  const t = useT();
  const { state, since, known, today, tell, queued, nowMs } = clock;
  const now = useNow(nowMs);
  return (
    <>
      <div className={styles.now} aria-hidden>
        {timeOf(now.toISOString())}
      </div>
      <p role="status">
        {known.name}: {t(`time.clock.states.${state}`)}
        {since && state !== 'off' && ` ${t('time.clock.since', { time: timeOf(since) })}`}
      </p>
      {state === 'off' ? (
        <Button className={styles.big as string} onClick={() => tell('in')}>
          {t('time.clock.in')}
        </Button>
      ) : (
        <>
          <Button className={styles.big as string} color="red" onClick={() => tell('out')}>
            {t('time.clock.out')}
          </Button>
          <Button className={styles.second as string} variant="default" onClick={() => tell(state === 'break' ? 'resume' : 'break')}>
            {t(state === 'break' ? 'time.clock.resume' : 'time.clock.break')}
          </Button>
        </>
      )}
      {today && today.minutes > 0 && <p>{t('time.clock.today', { hours: hours(today.minutes) })}</p>}
      {queued.length > 0 && <Waiting queued={queued} offline={clock.offline} />}
      <RefusedNote clock={clock} />
    </>
  );
}

const Waiting = ({ queued, offline }: { readonly queued: readonly Told[]; readonly offline: boolean }) => {
  const t = useT();
  return (
    <Alert color={offline ? 'yellow' : 'gray'} role="status" title={t(offline ? 'time.clock.offline' : 'time.clock.sending')}>
      <ul className={styles.told}>
        {queued.map(({ key, kind, at }) => (
          <li key={key}>
            {t(`time.kinds.${kind}`)} · {timeOf(at)}
          </li>
        ))}
      </ul>
    </Alert>
  );
};

/** What was not taken: it has to be entered as a correction. */
function RefusedNote({ clock: { refused, forget } }: FaceProps) {
  const t = useT();
  if (refused.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={t('time.clock.refused')} withCloseButton closeButtonLabel={t('actions.close')} onClose={forget}>
      <ul className={styles.told}>
        {refused.map(({ key, kind, at, code, detail }) => (
          <li key={key}>
            {t(`time.kinds.${kind}`)} · {timeOf(at)}:{' '}
            {t(`errors.codes.${code.replace('.', '_')}` as 'errors.codes.clock_future', { defaultValue: detail })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
