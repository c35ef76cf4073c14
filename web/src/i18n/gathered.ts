type Tree = { readonly [key: string]: string | Tree };

/** Both trees in one. @throws Error on a text that both have: one of two modules would be ignored. */
function grown(one: Tree, other: Tree, at: string): Tree {
  const all: Record<string, string | Tree> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const there = all[key];
    if (there !== undefined && (typeof there === 'string' || typeof value === 'string'))
      throw new Error(`Two modules tell the text ${at}${key}`);
    all[key] = there === undefined || typeof value === 'string' ? value : grown(there as Tree, value, `${at}${key}.`);
  }
  return all;
}

/**
 * The texts of all modules in one tree. Each export of a module's file is a branch of its own, or adds to one that others
 * add to as well: `errors.codes`, `states`, `palette.kinds`.
 */
export const gathered = (modules: Readonly<Record<string, unknown>>): ConsoleTexts =>
  Object.values(modules).reduce<Tree>((all, texts) => grown(all, texts as Tree, ''), {}) as unknown as ConsoleTexts;
