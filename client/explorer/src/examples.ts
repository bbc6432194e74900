/** Example questions, one tab each, in the order of their file names. A contract test runs every one. */
const files = import.meta.glob<string>('../examples/*.graphql', { query: '?raw', import: 'default', eager: true });

export const examples: readonly { readonly query: string }[] = Object.keys(files)
  .toSorted()
  .map((file) => ({ query: files[file] ?? '' }));
