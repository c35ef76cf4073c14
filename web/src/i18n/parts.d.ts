/** A part of a language's texts: see web/texts-plugin.ts. */
declare module '*?first' {
  const texts: object;
  export default texts;
}
declare module '*?refusals' {
  const texts: object;
  export default texts;
}
