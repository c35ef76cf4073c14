import type { Role } from '../../../shared/kernel/permission.ts';
import { Failure } from '../local/failure.ts';
import type { Api } from './api.ts';

/** What somebody wrote about a record; `to` is called by it. */
interface Written {
  readonly by: Role;
  readonly text: string;
  readonly to?: Role;
}

interface Annotation {
  /** The list whose first records it is about. */
  readonly list: string;
  readonly tags: readonly string[];
  readonly notes: readonly Written[];
  readonly file?: { readonly by: Role; readonly name: string; readonly content: string };
}

const ANNOTATIONS: readonly Annotation[] = [
  {
    list: '/customers?limit=1&order=asc',
    tags: ['VIP', 'Renueva en enero'],
    notes: [
      { by: 'sales', text: 'Prefiere que le llamemos por la mañana.' },
      { by: 'owner', text: '¿Le ampliamos el límite de crédito?', to: 'accountant' },
      { by: 'accountant', text: 'Sí: paga siempre antes del vencimiento.' },
    ],
    file: { by: 'sales', name: 'Condiciones acordadas.txt', content: 'Portes pagados desde 300 €. Plazo de pago: el de la ficha.\n' },
  },
  {
    list: '/orders?limit=1&status=placed,partly-shipped',
    tags: ['Urgente'],
    notes: [{ by: 'sales', text: '¿Sale hoy? El cliente lo recoge mañana.', to: 'warehouse' }],
    file: { by: 'sales', name: 'pedido-del-cliente.csv', content: 'Referencia;Cantidad\nLAMP-01;2\n' },
  },
  {
    list: '/invoices?limit=1&state=overdue',
    tags: ['Reclamada'],
    notes: [{ by: 'accountant', text: 'Hablado por teléfono: dice que paga el viernes.', to: 'sales' }],
  },
  {
    list: '/items?limit=1&order=asc',
    tags: ['Campaña de Navidad'],
    notes: [{ by: 'warehouse', text: 'La caja nueva no cabe en el estante 3.' }],
  },
];

interface Row {
  readonly id: string;
}
interface Link extends Row {
  readonly state: string;
  readonly upload: { readonly url: string };
}

/** Notes with mentions, files and tags on a few records, by the people who would write them. Once, however often it is asked for. */
export async function annotate(api: Api): Promise<number> {
  let done = 0;
  for (const { list, tags, notes, file } of ANNOTATIONS) {
    const [record] = (await api.get<{ items: Row[] }>('owner', list)).items;
    if (!record) continue;
    await api.patch('sales', '/tags', { record: record.id, add: tags });
    for (const [at, note] of notes.entries()) await write(api, record.id, `${list.split('?')[0]}.${at}`, note);
    if (file) await attach(api, record.id, file);
    done += 1;
  }
  return done;
}

async function write(api: Api, record: string, name: string, { by, text, to }: Written): Promise<void> {
  const email = api.people.find(({ role }) => role === to)?.email;
  const called = email ? (await api.get<{ items: Row[] }>('owner', `/people?record=${record}&q=${encodeURIComponent(email)}`)).items : [];
  const body = { record, text: email ? `@${email} ${text}` : text, mentions: called.map(({ id }) => id) };
  await api.post(by, '/notes', encodeURIComponent(`demo.note.${record}.${name}`), body);
}

async function attach(api: Api, record: string, { by, name, content }: NonNullable<Annotation['file']>): Promise<void> {
  const bytes = Buffer.from(content);
  const key = encodeURIComponent(`demo.file.${record}`);
  const { state, upload } = await api.post<Link>(by, '/attachments', key, { record, fileName: name, bytes: bytes.length });
  if (state !== 'waiting') return;
  const sent = await fetch(upload.url, { method: 'PUT', body: bytes });
  if (!sent.ok) throw new Failure(`the file ${name} was not taken: ${sent.status} ${await sent.text()}`);
}
