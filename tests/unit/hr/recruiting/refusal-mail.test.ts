import { beforeAll, describe, expect, it } from 'vitest';
import { type HiringCompany, hiringCompany } from '../../../support/hiring.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
let company: HiringCompany;
beforeAll(async () => {
  company = await hiringCompany();
});

const opened = async (title: string): Promise<string> => {
  const { id } = await company.done('hr', 'POST /recruiting/vacancies', { title, budget: { amount: '24000.00', currency: 'EUR' } });
  await company.done('hr2', `POST /recruiting/vacancies/${id}/approval`);
  return id;
};
const apply = async (vacancyId: string, givenName: string, language = 'es'): Promise<string> => {
  const person = { givenName, familyName: 'Luna', email: `${givenName.toLowerCase()}@example.com`, language };
  return (await company.done('hr', 'POST /recruiting/applications', { vacancyId, ...person })).id;
};
const mail = (id: string) => company.done('hr', `GET /recruiting/applications/${id}/refusal-mail`);

describe('the mail to whoever is refused', () => {
  it('has the words of the vacancy, else the company’s, else those of the house, by language, with the name of whoever reads it', async () => {
    const [shop, office] = [await opened('Dependienta'), await opened('Contable')];
    const [iria, owen, bea] = [await apply(shop, 'Iria'), await apply(shop, 'Owen', 'en'), await apply(office, 'Bea')];
    expect(await mail(iria)).toMatchObject({ source: 'house', subject: 'Su candidatura: Dependienta' });
    expect((await mail(iria)).text).toMatch(/^Hola, Iria:\n\nGracias por su interés en el puesto de Dependienta\./);
    await company.done('hr', 'PUT /recruiting/refusal-mail', { texts: { es: 'Hemos elegido a otra persona.' } });
    expect(await company.done('hr', 'GET /recruiting/refusal-mail')).toEqual({ es: 'Hemos elegido a otra persona.' });
    await company.done('hr', `PUT /recruiting/vacancies/${shop}/refusal-mail`, { texts: { es: 'Buscábamos más experiencia en tienda.' } });
    expect(await mail(iria)).toMatchObject({
      source: 'vacancy',
      text: expect.stringContaining('Hola, Iria:\n\nBuscábamos más experiencia'),
    });
    expect(await mail(bea)).toMatchObject({
      source: 'company',
      text: expect.stringContaining('Hola, Bea:\n\nHemos elegido a otra persona.'),
    });
    // How long data are kept is told in any case (GDPR art. 13.2.a), and a language without words of its own has those of the house.
    expect((await mail(bea)).text).toContain('Conservamos sus datos solo durante el plazo que usted autorizó');
    expect(await mail(owen)).toMatchObject({ source: 'house', text: expect.stringContaining('Hello Owen,') });
    expect((await company.done('hr', `PUT /recruiting/vacancies/${shop}/refusal-mail`, { texts: {} })).refusalTexts).toBeUndefined();
    expect((await mail(iria)).source).toBe('company');
  });

  it('is written by whoever hires alone', async () => {
    const id = await apply(await opened('Mozo'), 'Noa');
    for (const by of ['lead', 'clerk']) {
      expect((await company.ask(by, `GET /recruiting/applications/${id}/refusal-mail`)).status).toBe(403);
      expect((await company.ask(by, 'PUT /recruiting/refusal-mail', { texts: { es: 'x' } })).status).toBe(403);
    }
  });
});
