import * as z from 'zod/mini';

// Without compiled parsers: the content security policy lets no text become code.
z.config({ jitless: true });
