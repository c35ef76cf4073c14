/** A layout in Typst's language comes as its text: by the loader of infra/tools/build.ts, and of vitest.config.ts. */
declare module '*.typ' {
  const text: string;
  export default text;
}
