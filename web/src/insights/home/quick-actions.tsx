import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '../../i18n/i18n.ts';
import { useCan } from '../../session/session.ts';
import { commandsFor } from '../../shell/commands.ts';
import styles from './home.module.css';

/** What this person does most, one click away. */
export function QuickActions() {
  const t = useT();
  const can = useCan();
  return (
    <div className={styles.quick} data-tour="quick">
      {commandsFor(can)
        .filter(({ quick }) => quick)
        .map(({ id, to, icon: Icon }, index) => (
          <Button
            key={id}
            component={Link}
            to={to as never}
            leftSection={<Icon size={16} aria-hidden />}
            {...(index === 0 ? {} : { variant: 'default' })}
          >
            {t(`commands.${id}`)}
          </Button>
        ))}
    </div>
  );
}
