/** What other areas use of this one: their own pages of the settings. */
export { SettingsPage } from './settings/settings-page.tsx';
