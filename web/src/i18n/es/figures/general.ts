/** Refusals of requests and of people, with their figures. */
export const general = {
  body_too_large: 'Ocupa {{bytes, megabytes}} y de una vez se puede enviar {{limit, megabytes}} como mucho. Divídalo en partes.',
  role_not_allowed:
    'Su función no permite hacer esto: hace falta una de estas: {{needed, shell.roles}}. Pídalo a quien administra los usuarios de la empresa.',
  company_tax_id: '{{taxId}} no es un NIF válido: su carácter de control no cuadra. Revise las cifras y la letra.',
  member_no_account: '{{email}} ya no tiene cuenta con la que entrar. Quítelo y vuelva a invitarlo.',
  member_not_invited: '{{email}} ya tiene contraseña: no necesita otra invitación.',
  member_not_removed: '{{email}} conserva el acceso: no hay nada que devolverle.',
  member_removed: 'A {{email}} se le quitó el acceso. Devuélvaselo antes.',
  api_client_removed: 'El cliente de la API {{name}} se retiró. Cree otro.',
} as const;
