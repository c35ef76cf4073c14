import { addDays } from '../../../shared/kernel/date.ts';
import type { Api } from './api.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const today = () => new Date().toISOString().slice(0, 10);

/** Who applies, where they stand, and what was thought of them. */
const CANDIDATES = [
  { name: ['Irene', 'Luna Ferrer'], source: 'LinkedIn' },
  { name: ['Bruno', 'Castro Gil'], source: 'Página web' },
  { name: ['Carla', 'Pons Vidal'], stage: 'screening', source: 'InfoJobs' },
  { name: ['Hugo', 'Marín Lago'], stage: 'screening', source: 'InfoJobs' },
  { name: ['Nerea', 'Arias Soto'], stage: 'interview', verdict: 'yes', source: 'Recomendada por Lucía' },
  { name: ['Owen', 'Hughes'], stage: 'interview', language: 'en', source: 'LinkedIn' },
  { name: ['Julia', 'Rey Cobo'], stage: 'interview', verdict: 'yes', offer: true, source: 'Feria de empleo' },
  { name: ['Mateo', 'Sanz Rubio'], refused: true, source: 'InfoJobs' },
] as const;
type Candidate = Partial<Record<'stage' | 'verdict' | 'language' | 'source', string>> & {
  readonly name: readonly [string, string];
  readonly offer?: true;
  readonly refused?: true;
};

async function apply(api: Api, vacancyId: string, candidate: Candidate, i: number): Promise<void> {
  const [givenName, familyName] = candidate.name;
  const email = `${givenName.toLowerCase()}.${i}@candidatos.example`;
  const post = (path: string, what: string, body: object) => api.post<{ id: string }>('owner', path, `demo.hire.${i}.${what}`, body);
  const { id } = await post('/recruiting/applications', 'applies', {
    ...{ vacancyId, givenName, familyName, email, source: candidate.source },
    ...(candidate.language ? { language: candidate.language } : {}),
  });
  const at = `/recruiting/applications/${id}`;
  if (candidate.stage) await post(`${at}/stage`, 'stage', { stage: candidate.stage });
  if (candidate.stage === 'interview')
    await post(`${at}/interviews`, 'interview', {
      ...{ at: `${addDays(today(), 3)}T${String(8 + i).padStart(2, '0')}:30:00Z`, minutes: 45, place: 'Sala de reuniones' },
      with: [api.people.find(({ role }) => role === 'owner')?.email ?? 'rrhh@lumbre.example'],
    });
  if (candidate.verdict)
    await post(`${at}/scorecards`, 'score', {
      ...{ verdict: candidate.verdict, text: 'Sabe tratar al cliente y conoce el producto.' },
      scores: [{ what: 'Experiencia', score: 4 }],
    });
  if (candidate.offer)
    await post(`${at}/offer`, 'offer', {
      startDate: addDays(today(), 30),
      annual: eur('19600.00'),
      trialMonths: 2,
      days: 5,
      agreement: 'Comercio',
    });
  if (candidate.refused) await post(`${at}/refusal`, 'refusal', { reason: 'Le falta experiencia en tienda' });
}

/** A vacancy with a filled board on the public page, and one that waits for its approval. */
export async function recruit(api: Api): Promise<void> {
  const { items } = await api.get<{ items: object[] }>('owner', '/recruiting/vacancies');
  if (items.length > 0) return;
  const ask = (key: string, body: object) => api.post<{ id: string }>('owner', '/recruiting/vacancies', `demo.vacancy.${key}`, body);
  const { id } = await ask('shop', {
    ...{ title: 'Dependiente o dependienta', department: 'Ventas', workplace: 'Tienda', openings: 2, budget: eur('21000.00') },
    description:
      'Atender a los clientes de la tienda, preparar pedidos y mantener el escaparate.\nJornada completa, de lunes a sábado con dos días de descanso.',
  });
  await api.post('owner', `/recruiting/vacancies/${id}/approval`, 'demo.vacancy.shop.approval', {});
  await api.put('owner', `/recruiting/vacancies/${id}/publication`, { published: true });
  for (const [i, candidate] of CANDIDATES.entries()) await apply(api, id, candidate as Candidate, i);
  await ask('warehouse', { title: 'Mozo o moza de almacén', department: 'Almacén', contract: 'temporary', budget: eur('18000.00') });
}
