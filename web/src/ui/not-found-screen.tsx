import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/i18n.ts';
import { Notice } from './notice.tsx';

/** A page, or a record, that is not there; another company's record looks no different. */
export function NotFoundScreen() {
  const t = useT();
  return (
    <Notice title={t('shell.notFound.title')} text={t('shell.notFound.text')} level={1}>
      <Anchor component={Link} to="/">
        {t('shell.notFound.home')}
      </Anchor>
    </Notice>
  );
}
