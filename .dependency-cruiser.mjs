/** Who may import whom, and why not the others. `npm run imports` checks it, and so does test/architecture. */

const OURS = '^(apps|libs|dashboards|seed|bench|test)/';

/** Each part and the parts it may import besides itself. */
const PARTS = {
  'libs/domain': { may: [], because: 'the vocabulary rests on nothing' },
  'libs/metrics': { may: ['libs/domain'], because: 'arithmetic is about the vocabulary and nothing else' },
  'libs/contracts': { may: ['libs/domain', 'libs/metrics'], because: 'what crosses the wire belongs to neither side' },
  dashboards: { may: ['libs/contracts'], because: 'a dashboard is data' },
  'apps/api': { may: ['libs'], because: 'the API knows nothing of the browser, of the demo or of what is shown' },
  'apps/web': { may: ['libs', 'dashboards'], because: 'the web app knows the API by its contracts alone' },
  'apps/launcher': { may: [], because: 'the launcher runs before anything is installed' },
  bench: {
    may: ['apps/api', 'libs', 'dashboards', 'seed/chance'],
    because: 'a benchmark measures what runs, with rows of its own',
  },
  seed: { may: ['libs/domain', 'libs/contracts'], because: 'the demo goes in from outside, like any other data' },
};

/** Rooms of the API in a row's order; none knows the ones before it. */
const ROOMS = ['ingest', 'facts', 'rollups'];

const SPEC = '\\.spec\\.ts$';

const withinParts = Object.entries(PARTS).map(([part, { may, because }]) => ({
  name: `${part.replace('/', '-')}-imports`,
  severity: 'error',
  comment: because,
  from: { path: `^${part}/`, pathNot: SPEC },
  to: { path: OURS, pathNot: [part, ...may].map((allowed) => `^${allowed}/`) },
}));

const roomsInOrder = ROOMS.slice(1).map((room, index) => ({
  name: `api-${room}-looks-ahead`,
  severity: 'error',
  comment: 'rows go ingest → facts → rollups; a room that knew the ones before it could not be understood without them',
  from: { path: `^apps/api/src/${room}/` },
  to: { path: `^apps/api/src/(${ROOMS.slice(0, index + 1).join('|')})/` },
}));

const pure = (part, allowed, because) => ({
  name: `${part.replace('/', '-')}-is-pure`,
  severity: 'error',
  comment: because,
  from: { path: `^${part}/`, pathNot: SPEC },
  to: { dependencyTypes: ['core', 'npm', 'npm-dev'], ...(allowed && { pathNot: allowed }) },
});

export default {
  forbidden: [
    ...withinParts,
    ...roomsInOrder,
    {
      name: 'api-metrics-read-rollups-only',
      severity: 'error',
      comment: 'a number on a dashboard never scans facts; a question that would is a missing rollup',
      from: { path: '^apps/api/src/metrics/' },
      to: { path: '^apps/api/src/(ingest|facts|records|complaints)/' },
    },
    {
      name: 'web-takes-types-from-contracts',
      severity: 'error',
      comment: 'a value from a DTO brings the API’s decorators into the browser, where they leave a page blank',
      from: { path: '^apps/web/', pathNot: SPEC },
      to: { path: '^libs/contracts/.*\\.dto\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'specs-stay-at-home',
      severity: 'error',
      comment: 'a test beside the code tests that part; what crosses parts is in test/',
      from: { path: `^(libs|apps/web|dashboards|seed)/.*${SPEC}` },
      to: { path: '^(apps/api|apps/launcher|test)/' },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'what runs cannot rest on what tests it',
      from: { pathNot: [SPEC, '^test/'] },
      to: { path: ['^test/', SPEC] },
    },
    pure('libs/domain', null, 'libs are true without running'),
    pure('libs/metrics', null, 'libs are true without running'),
    pure(
      'libs/contracts',
      'node_modules/(class-validator|class-transformer|@nestjs/swagger)/',
      'the browser reads the contracts too: their rules, and nothing that runs',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'two files that need each other are one',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '\\.gen\\.ts$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.vue', '.mjs', '.js'],
    },
  },
};
