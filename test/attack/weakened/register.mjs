import { register } from 'node:module';
import { URL } from 'node:url';

/** Imported with `?name` before anything else: the process that does becomes the weakened build of that name. */
register('./hooks.mjs', import.meta.url, { data: new URL(import.meta.url).search.slice(1) });
