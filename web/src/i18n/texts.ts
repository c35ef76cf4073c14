declare global {
  /** Every branch of texts by name: the `texts.es.ts` of each module says which are its own. */
  interface ConsoleTexts {}
}

/** The same keys with other words: what a second language must have. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
