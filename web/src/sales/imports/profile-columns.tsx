import { FIELDS, importProfileOf } from '#domain/sales/imports/profiles.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';

/** What a file of this profile looks like: names of its columns, what each is, how it is written. */
export function ProfileColumns({ profile: name }: { readonly profile: string }) {
  const t = useT();
  const profile = importProfileOf(name);
  const delimiter = t(`imports.delimiters.${profile.delimiter === ',' ? 'comma' : profile.delimiter === ';' ? 'semicolon' : 'tab'}`);
  return (
    <>
      <p className="dimmed">
        {t('imports.new.format', {
          delimiter,
          decimals: profile.decimals,
          dates: t(`imports.dates.${profile.dates}`),
          prefix: profile.returnPrefix,
        })}
      </p>
      <LinesTable heads={[t('imports.new.column'), t('imports.new.holds')]}>
        <tbody>
          {FIELDS.filter((field) => profile.columns[field]).map((field) => (
            <tr key={field}>
              <td>
                <code>{profile.columns[field]}</code>
              </td>
              <td>{t(`imports.fields.${field}`)}</td>
            </tr>
          ))}
        </tbody>
      </LinesTable>
    </>
  );
}
