/** As names of views are told apart: whatever case. */
export const normalName = (name: string): string => name.toLocaleLowerCase('es');

export const sameName = (a: string, b: string): boolean => normalName(a) === normalName(b);
