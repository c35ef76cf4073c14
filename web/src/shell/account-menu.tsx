import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { LANGUAGES, type Language, useLanguage, useT } from '../i18n/i18n.ts';
import { setLanguage, setScheme } from '../preferences/sync.ts';
import { useCompanyName } from '../session/company.ts';
import { signOut, useGranted, usePerson, workIn } from '../session/session.ts';
import { IconUserCircle } from '../ui/icons.ts';
import { openShortcuts, startTour } from './keys.ts';
import styles from './shell.module.css';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** Who is signed in, in which language and colours, and the way out. */
export default function AccountMenu() {
  const t = useT();
  const { email, company: current } = usePerson();
  const { roles, roleNames, companies = [] } = useGranted();
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
            {company} · {roles.map((role) => roleNames[role] ?? t(`shell.roles.${role}` as 'shell.roles.owner')).join(', ')}
          </small>
        </div>
        {companies.length > 1 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('shell.companies')}</Menu.Label>
            <Menu.RadioGroup value={current} onChange={workIn}>
              {companies.map(({ company: each, name }) => (
                <Menu.RadioItem key={each} value={each}>
                  {name}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </>
        )}
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
