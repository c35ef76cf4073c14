/** Nobody has mail there (RFC 2606): the name under which what a rule does stands in the audit. */
const DOMAIN = '@rules.trastienda.invalid';
export const addressOfRule = (ruleId: string): string => `${ruleId.slice(4).toLowerCase()}${DOMAIN}`;
export const isRuleAddress = (email: string): boolean => email.toLowerCase().endsWith(DOMAIN);
export const ruleOfAddress = (email: string): string => `rul_${email.slice(0, email.indexOf('@')).toUpperCase()}`;
