import { weakenings } from './weakenings.mjs';

/** Changes of the modules of this process, by the end of their path. */
let changes = [];

/** Several weakenings at once are joined by `+`. */
export function initialize(names) {
  changes = names.split('+').flatMap((name) => {
    if (weakenings[name] === undefined) throw new Error(`There is no weakening ${name}.`);
    return weakenings[name];
  });
}

/** Hand a module on with its changes made. A change that finds nothing to change is an error: the suite lost a tooth. */
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  const wanted = changes.filter(({ module }) => url.split('?')[0].endsWith(module));
  if (wanted.length === 0) return loaded;

  return { ...loaded, source: wanted.reduce(changed, String(loaded.source)) };
}

function changed(source, { module, from, to }) {
  if (!source.includes(from)) throw new Error(`${module} no longer has \`${from}\`: mend the weakening.`);
  return source.replaceAll(from, to);
}
