import { camel, type Names, pascal, plural } from './names.ts';
import { collectionOf } from './templates.ts';

/** A kind's name in Spanish, as an accountant writes it: `proveedor`, `proveedores`. */
export interface SpanishName {
  readonly one: string;
  readonly many: string;
}

const upper = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());
const spaced = (kebab: string): string => kebab.replaceAll('-', ' ');

/** The areas of the menu are the console's; a context without one of its own stands with the company until it has. */
const AREA_OF: Readonly<Record<string, string>> = {
  sales: 'sales',
  crm: 'sales',
  finance: 'billing',
  inventory: 'warehouse',
  purchasing: 'warehouse',
};

/** What the screens of a kind are called by. */
function wordsOf({ context, noun, ...names }: Names) {
  const many = plural(noun);
  return {
    area: AREA_OF[context] ?? 'company',
    noun,
    many,
    branch: camel(many),
    Type: pascal(noun),
    path: collectionOf({ context, noun, ...names }),
    id: `${camel(noun)}Id`,
  };
}

/** The files of a kind in the console: list, page, form, texts, and where the menu shows it. By path, from the root. */
export function screenFiles(names: Names, folder: string, spanish: SpanishName): Map<string, string> {
  const words = wordsOf(names);
  const from = '../'.repeat(folder.split('/').length - 2);
  return new Map([
    [`${folder}/screens.ts`, screens(words, from)],
    [`${folder}/${words.noun}-list.tsx`, list(words, from)],
    [`${folder}/${words.noun}-record.tsx`, record(words, from)],
    [`${folder}/new-${words.noun}.tsx`, form(words, from, names)],
    [`${folder}/texts.es.ts`, texts(words, spanishTexts(spanish), 'es')],
    [`${folder}/texts.en.ts`, texts(words, englishTexts(words), 'en')],
  ]);
}

type Words = ReturnType<typeof wordsOf>;

const screens = (
  { area, noun, branch, Type, path, id }: Words,
  from: string,
): string => `import type { ModuleScreens } from '${from}areas/screen-types.ts';
import { IconBox } from '${from}ui/icons.ts';

export default {
  area: '${area}',
  menu: [{ id: '${branch}', to: '${path}', icon: IconBox, needs: 'list${pascal(plural(noun))}', at: 9 }],
  commands: [{ id: 'new${Type}', icon: IconBox, needs: 'create${Type}', to: '${path}/new', of: '${path}' }],
  routes: {
    '${path}': () => import('./${noun}-list.tsx'),
    '${path}/new': () => import('./new-${noun}.tsx'),
    '${path}/$${id}': () => import('./${noun}-record.tsx'),
  },
} satisfies ModuleScreens;
`;

const list = ({ branch, Type, path }: Words, from: string): string => `import type { Schemas } from '${from}api/client.ts';
import { load } from '${from}list/api-list.ts';
import { text } from '${from}list/columns.tsx';
import { RecordList } from '${from}list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '${from}list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['${Type}']> => ({
  id: '${branch}',
  title: t('menu.${branch}'),
  load: load('${path}'),
  order: 'asc',
  href: '${path}',
  columns: [text('name', ({ name }) => name, { indexed: true }), text('by', ({ createdBy }) => createdBy, { header: t('${branch}.by'), hide: 'medium' })],
  searchLabel: t('${branch}.search'),
  create: { needs: 'create${Type}', to: '${path}/new', label: t('${branch}.new.title'), whenEmpty: true },
  empty: { title: t('${branch}.empty.title'), text: t('${branch}.empty.text') },
});

export const Screen = () => <RecordList spec={useList(plan)} />;
`;

const record = ({ branch, path, id }: Words, from: string): string => `import { useParams } from '@tanstack/react-router';
import { $api } from '${from}api/client.ts';
import { useT } from '${from}i18n/i18n.ts';
import { DocumentPage } from '${from}record/document-page.tsx';
import { Facts, Section } from '${from}record/record-page.tsx';

export function Screen() {
  const t = useT();
  const { ${id} } = useParams({ strict: false }) as { ${id}: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '${path}/{${id}}', { params: { path: { ${id} } } })}
      parent={{ to: '${path}', label: t('menu.${branch}') }}
      title={({ name }) => name}
    >
      {({ name }) => (
        <Section title={t('${branch}.facts')}>
          <Facts facts={[[t('${branch}.name'), name]]} />
        </Section>
      )}
    </DocumentPage>
  );
}
`;

const form = (
  { branch, noun, Type, path }: Words,
  from: string,
  { context, module }: Names,
): string => `import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { ${Type}Input } from '#domain/${context}/${module}/${noun}.ts';
import { api, dataOf } from '${from}api/client.ts';
import { faultsOf } from '${from}form/faults.ts';
import { FormDialog } from '${from}form/form-dialog.tsx';
import { useT } from '${from}i18n/i18n.ts';
import { Screen as ${Type}List } from './${noun}-list.tsx';

/** A new one, before the list: an address that can be linked to. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to } as never);
  const form = useForm({
    initialValues: { name: '' },
    validate: (values) => faultsOf(${Type}Input, values, () => t('forms.wrong')),
    validateInputOnBlur: true,
  });
  return (
    <>
      <${Type}List />
      <FormDialog
        title={t('${branch}.new.title')}
        form={form}
        send={(body, key) => api.POST('${path}', { params: { header: { 'Idempotency-Key': key } }, body }).then(dataOf)}
        done={({ name }) => t('${branch}.new.done', { name })}
        onDone={({ id }) => go(\`${path}/\${id}\`)}
        onClose={() => go('${path}')}
      >
        <TextInput label={t('${branch}.name')} required maxLength={160} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
      </FormDialog>
    </>
  );
}
`;

interface Texts {
  readonly own: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly menu: string;
  readonly command: string;
  readonly did: string;
  /** Said of one that is not there: the API says it in English itself. */
  readonly missing?: string;
}

const spanishTexts = ({ one, many }: SpanishName): Texts => ({
  own: {
    name: 'Nombre',
    by: 'Dado de alta por',
    facts: 'Datos',
    search: 'Buscar por nombre',
    empty: { title: `No hay ${many}`, text: 'Aquí estarán cuando se den de alta.' },
    new: { title: `Alta de ${one}`, done: 'Se ha dado de alta {{name}}.' },
  },
  menu: upper(many),
  command: `Alta de ${one}`,
  did: `Dio de alta: ${one}`,
  missing: `No se encuentra entre los ${many}. Vuelva a la lista.`,
});

const englishTexts = ({ noun, many }: Words): Texts => ({
  own: {
    name: 'Name',
    by: 'Created by',
    facts: 'Details',
    search: 'Search by name',
    empty: { title: `No ${spaced(many)} yet`, text: 'They will be here once they are created.' },
    new: { title: `New ${spaced(noun)}`, done: '{{name}} was created.' },
  },
  menu: upper(spaced(many)),
  command: `New ${spaced(noun)}`,
  did: `Created the ${spaced(noun)}`,
});

/** Branches that many modules share (`menu`, `commands`, `palette.kinds`, `records.did`) get what is this kind's. */
const texts = (
  { noun, branch, Type }: Words,
  { own, menu, command, did, missing }: Texts,
  language: 'es' | 'en',
): string => `export const ${branch} = ${JSON.stringify(own)}${language === 'es' ? ' as const' : ''};
export const menu = { ${branch}: '${menu}' };
export const commands = { new${Type}: '${command}' };
export const palette = { kinds: { '${noun}': '${menu}' } };
export const records = { did: { create${Type}: '${did}' } };
${missing ? `export const errors = { codes: { '${noun}_not_found': '${missing}' } };\n` : ''}${language === 'es' ? `\ndeclare global {\n  interface ConsoleTexts {\n    ${branch}: typeof ${branch};\n  }\n}\n` : ''}`;
