/** At most `max` UTF-16 units of a text, never half a character: DynamoDB takes no lone surrogate. */
export const cut = (text: string, max: number): string => text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
