import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PaperStyle, PLAIN, requireReadable } from '#domain/platform/company/paper.ts';
import { Colour } from '#kernel/colour.ts';
import type { Schemas } from '../../api/client.ts';
import { faultsOf, focusFirst } from '../../form/faults.ts';
import form from '../../form/form.module.css';
import { useRecordForm } from '../../form/use-record-form.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { LogoField } from './logo-field.tsx';
import { SamplePaper } from './sample-paper.tsx';
import { SaveButtons } from './save-buttons.tsx';
import styles from './settings.module.css';
import { useCompanyPatch } from './use-company-patch.ts';

type Style = NonNullable<Schemas['Company']['paper']>;
type Values = { language: 'es' | 'en'; accent: string; tint: string };

const valuesOf = ({ language, accent, tint }: Style = {}): Values => ({
  language: language ?? PLAIN.language,
  accent: accent ?? '',
  tint: tint ?? '',
});

/** What is empty is as the product has it. */
const styleOf = ({ language, accent, tint }: Values): Style => ({
  language,
  ...(accent ? { accent: accent.toLowerCase() } : {}),
  ...(tint ? { tint: tint.toLowerCase() } : {}),
});

const patchOf = (values: Values) => {
  const { accent = null, tint = null } = styleOf(values);
  return { paper: { language: values.language, accent, tint } };
};

/** How the company's printed documents look: logo, colours and language, with a sample before anything is saved. */
export function PaperLook({ company }: { readonly company: Schemas['Company'] }) {
  const t = useT();
  const can = useCan();
  const may = can('patchCompany');
  const faults = (values: Values) =>
    faultsOf(
      PaperStyle,
      styleOf(values),
      (field) => t(`settings.paper.faults.${field}` as 'settings.paper.faults.accent', { defaultValue: t('forms.wrong') }),
      (style) => requireReadable(style, 'body'),
    );
  const fields = useRecordForm<Values>(valuesOf(company.paper), faults);
  const { busy, fault, save } = useCompanyPatch(patchOf, fields.resetDirty);
  return (
    <Section title={t('settings.paper.title')}>
      <form className={styles.form} noValidate onSubmit={fields.onSubmit(save, focusFirst)}>
        <p className="dimmed">{t('settings.paper.text')}</p>
        <LogoField logo={company.logo} readOnly={!may} />
        <div className={form.pairs}>
          <ColorField name="accent" fields={fields} readOnly={!may} />
          <ColorField name="tint" fields={fields} readOnly={!may} />
          <Select
            label={t('settings.paper.language')}
            description={t('settings.paper.languageHint')}
            data={(['es', 'en'] as const).map((value) => ({ value, label: t(`settings.paper.languages.${value}`) }))}
            allowDeselect={false}
            readOnly={!may}
            {...fields.getInputProps('language')}
          />
        </div>
        <ProblemNote error={fault} />
        {may && <SaveButtons label={t('settings.paper.save')} busy={busy} changed={fields.isDirty()} onUndo={fields.reset} />}
        <SamplePaper style={styleOf(fields.values)} logo={company.logo?.file} readable={Object.keys(faults(fields.values)).length === 0} />
      </form>
    </Section>
  );
}

interface ColorProps {
  readonly name: 'accent' | 'tint';
  readonly fields: Pick<UseFormReturnType<Values>, 'getInputProps' | 'setFieldValue' | 'values'>;
  readonly readOnly: boolean;
}

/** A colour typed, or chosen in the browser's own way; nothing typed is the product's. */
function ColorField({ name, fields, readOnly }: ColorProps) {
  const t = useT();
  const typed = fields.values[name].toLowerCase();
  const chooser = (
    <input
      type="color"
      className={styles.swatch}
      aria-label={t(`settings.paper.${name}Choose`)}
      value={Colour.safeParse(typed).success ? typed : PLAIN[name]}
      disabled={readOnly}
      onChange={({ currentTarget }) => fields.setFieldValue(name, currentTarget.value)}
    />
  );
  return (
    <TextInput
      label={t(`settings.paper.${name}`)}
      description={t(`settings.paper.${name}Hint`)}
      placeholder={PLAIN[name]}
      maxLength={7}
      autoComplete="off"
      spellCheck={false}
      readOnly={readOnly}
      leftSection={chooser}
      leftSectionPointerEvents="all"
      {...fields.getInputProps(name)}
    />
  );
}
