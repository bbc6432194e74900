/** Most a request may cost. See `priceOf` for the price of a field. */
export const COST_MAX = 5_000;
/** Most tables one request may ask for, under whatever aliases. */
export const TABLES_MAX = 10;
/** Most levels of fields in a request; introspection has a rule of its own in graphql-js. */
export const DEPTH_MAX = 10;
/** Most entries on a page of a list. */
export const PAGE_MAX = 100;
export const PAGE_DEFAULT = 20;
/** Most tokens in the text of a request. */
export const TOKENS_MAX = 4_000;
/** Most fields once every fragment is laid flat. */
export const SELECTIONS_MAX = 5_000;
