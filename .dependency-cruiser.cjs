/** The floor plan. Each room lists the rooms it may look into; everything else is a wall. */
const words = ['schema/codelists', 'schema/catalogue', 'server/table', 'server/lib'];
const rooms = {
  'schema/codelists': [],
  'schema/catalogue': ['schema/codelists'],
  'schema/records': ['schema/codelists', 'schema/catalogue'],
  'schema/database': ['schema/codelists', 'schema/catalogue', 'schema/records'],
  'schema/graphql': ['schema/codelists', 'schema/catalogue'],

  'server/lib': [],
  'server/config': ['server/lib'],
  'server/postgres': ['server/lib'],
  'server/table': ['schema/codelists', 'schema/catalogue', 'server/lib'],

  'server/courier': ['schema/records', 'server/lib'],
  'server/ingest': ['schema/codelists', 'schema/catalogue', 'schema/records', 'server/lib'],
  'server/anonymise': ['schema/codelists', 'schema/catalogue', 'schema/records', 'server/lib'],
  'server/store': ['schema/codelists', 'schema/catalogue', 'schema/database', 'schema/records', 'server/lib'],
  'server/release': [...words, 'schema/records'],
  'server/ledger': [...words, 'schema/records'],

  'server/plan': words,
  'server/tabulate': [...words, 'server/store'],
  'server/federate': words,
  'server/audit': words,
  'server/protect': [...words, 'server/audit'],
  'server/estimate': words,
  'server/comparability': ['schema/catalogue'],
  'server/access': ['schema/catalogue', 'schema/records', 'server/lib'],

  'server/flow': [
    ...words,
    'schema/records',
    'server/(ingest|anonymise|store|release|ledger|plan|audit|tabulate|federate|protect|estimate|comparability|access)',
  ],
  'server/graphql': [
    'schema/codelists',
    'schema/catalogue',
    'schema/graphql',
    'schema/records',
    'server/(access|flow|lib)',
  ],
  'server/http': ['schema/records', 'server/(access|config|flow|graphql|lib)'],
};

const walls = Object.entries(rooms).map(([room, doors]) => ({
  name: `walls-of-${room.replace('/', '-')}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: '^(schema|server|seeds|scripts|test|client)/', pathNot: [room, ...doors].map((door) => `^${door}/`) },
}));

const inside = Object.keys(rooms).map((room) => ({
  name: `door-of-${room.replace('/', '-')}`,
  comment: 'Enter a room by its index.',
  severity: 'error',
  from: { path: '^(schema|server|seeds|scripts)/', pathNot: `^${room}/` },
  to: { path: `^${room}/`, pathNot: `^${room}/index\\.[jt]s$` },
}));

module.exports = {
  forbidden: [
    ...walls,
    ...inside,
    {
      name: 'every-room-is-on-the-plan',
      comment: 'A folder the plan does not name would have no walls.',
      severity: 'error',
      from: { path: '^(schema|server)/[^/]+/', pathNot: Object.keys(rooms).map((room) => `^${room}/`) },
      to: {},
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'orm-only-in-store',
      severity: 'error',
      from: { path: '^(schema|server|seeds|scripts)/', pathNot: '^(server/store|schema/database)/' },
      to: { path: 'node_modules/@mikro-orm' },
    },
    {
      name: 'postgres-only-in-store',
      comment: 'SQL is sent from the store. server/postgres starts one, and the bench loads one.',
      severity: 'error',
      from: { path: '^(schema|server|seeds|scripts|client)/', pathNot: '^(server/(store|postgres)|scripts/bench)/' },
      to: { path: 'node_modules/(pg|pg-copy-streams|@types/pg|@types/pg-copy-streams)/' },
    },
    {
      name: 'graphql-only-in-graphql',
      severity: 'error',
      from: { path: '^(schema|server|seeds|scripts)/', pathNot: '^(server/(graphql|http)|schema/graphql)/' },
      to: { path: 'node_modules/(graphql|type-graphql|@apollo)/' },
    },
    { name: 'nothing-imports-tests', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    {
      name: 'seeds-are-for-scripts-and-tests',
      severity: 'error',
      from: { path: '^(schema|server)/' },
      to: { path: '^(seeds|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
