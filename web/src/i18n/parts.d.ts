/** A part of a language's texts: see web/texts-plugin.ts. */
declare module '*?first' {
  const texts: object;
  export default texts;
}
declare module '*?later' {
  const texts: object;
  export default texts;
}
