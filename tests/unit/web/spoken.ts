import i18next from 'i18next';
import { en } from '../../../web/src/i18n/en.ts';
import { es } from '../../../web/src/i18n/es.ts';
import { figures } from '../../../web/src/i18n/figures.ts';
import { type Language, TEXT_OPTIONS } from '../../../web/src/i18n/i18n.ts';

/** The console's texts from now on in this language, as the console itself reads them. */
export async function speakIn(lng: Language): Promise<void> {
  await i18next.use(figures).init({ ...TEXT_OPTIONS, lng, resources: { es: { console: es }, en: { console: en } } });
}
