import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { LANGUAGES, type Language, useLanguage, useT } from '../i18n/i18n.ts';
import { setLanguage, setScheme } from '../preferences/follow.ts';
import { signOut, usePerson } from '../session/session.ts';
import { IconUserCircle } from '../ui/icons.ts';
import { useCompanyName } from './company-name.ts';
import { openShortcuts, startTour } from './keys.ts';
import styles from './shell.module.css';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who is signed in, in which language and colours, and the way out. */
export default function AccountMenu() {
  const t = useT();
  const { email, roles } = usePerson();
  const company = useCompanyName();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  return (
    <Menu width={250} position="bottom-end" defaultOpened>
      <Menu.Target>
        <ActionIcon aria-label={t('shell.account')} data-tour="account">
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <b>{email}</b>
          <small>
            {company} · {roles.map((role) => t(`shell.roles.${role}`)).join(', ')}
          </small>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <Menu.RadioGroup value={language} onChange={(chosen) => setLanguage(chosen as Language)}>
          {(Object.keys(LANGUAGES) as Language[]).map((each) => (
            <Menu.RadioItem key={each} value={each} lang={each} closeMenuOnClick>
              {LANGUAGES[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label>{t('shell.scheme.label')}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(chosen) => setScheme(chosen as (typeof SCHEMES)[number])}>
          {SCHEMES.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {t(`shell.scheme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={openShortcuts}>{t('shell.shortcuts')}</Menu.Item>
        <Menu.Item onClick={startTour}>{t('shell.tour')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
