/** What the member who switched a rule on reads where it pauses by itself. */
export const pauseText = (language: 'es' | 'en', code: string): string =>
  language === 'es'
    ? `La regla se ha detenido sola (${code}). Mire sus ejecuciones, corrija la causa y vuelva a activarla.`
    : `The rule has paused by itself (${code}). Look at its runs, mend the cause and switch it on again.`;
