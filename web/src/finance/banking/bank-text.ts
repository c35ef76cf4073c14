/** An IBAN in fours, as banks print it. */
export const ibanText = (iban: string): string => iban.replace(/(.{4})/g, '$1 ').trim();

/** An IBAN as it is held. */
export const bareIban = (typed: string): string => typed.toUpperCase().replaceAll(/[\s.-]/g, '');
