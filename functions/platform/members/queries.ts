import { serve } from '#runtime/http.ts';
import { getMember } from './get-member.ts';
import { getPreferences } from './get-preferences.ts';
import { listApiClients } from './list-api-clients.ts';
import { listMembers } from './list-members.ts';
import { members } from './module.ts';

export const handler = serve(members, { getMember, listMembers, listApiClients, getPreferences });
