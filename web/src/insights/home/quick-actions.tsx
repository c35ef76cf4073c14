import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useOffer } from '../../areas/use-offer.ts';
import { useT } from '../../i18n/i18n.ts';
import styles from './home.module.css';

/** What this person does most, one click away. */
export function QuickActions() {
  const t = useT();
  const { commands } = useOffer();
  return (
    <div className={styles.quick} data-tour="quick">
      {commands
        .flatMap((command) => (command.quick === undefined ? [] : [{ ...command, quick: command.quick }]))
        .sort((a, b) => a.quick - b.quick)
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
