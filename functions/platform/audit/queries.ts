import { serve } from '#runtime/http.ts';
import { getStory } from './get-story.ts';
import { audit } from './module.ts';

export const handler = serve(audit, { getStory });
