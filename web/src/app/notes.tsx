import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import '@mantine/notifications/styles.layer.css';
import { useT } from '../i18n/i18n.ts';

/** What has been done, in the corner; its closing button has a name in the person's language. */
export default function Notes() {
  const t = useT();
  const named = { components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('actions.close') } } } } };
  return (
    <MantineThemeProvider theme={named} inherit>
      <Notifications position="bottom-right" limit={4} />
    </MantineThemeProvider>
  );
}
