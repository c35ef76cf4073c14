import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Operation, useCan } from '../session/session.ts';
import { IconPlus } from '../ui/icons.ts';

interface Props {
  /** Who may not do this does not see it. */
  readonly needs: Operation;
  /** The screen that it leads to; else what it opens. */
  readonly to?: string;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** The first step to a new record, beside the title of its list. */
export function NewRecord({ needs, to, onClick, children }: Props) {
  const can = useCan();
  if (!can(needs)) return null;
  const icon = <IconPlus size={16} />;
  return to ? (
    <Button component={Link} to={to as never} leftSection={icon}>
      {children}
    </Button>
  ) : (
    <Button leftSection={icon} onClick={onClick}>
      {children}
    </Button>
  );
}
