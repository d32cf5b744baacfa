/**
 * The arrows of the house: what each room may import. An arrow that is not listed does not exist.
 * `rooms` maps a room to the rooms it may import from; every room may import from itself.
 */
const rooms = {
  '^knowledge/': [],
  '^cards/': [],
  '^bot/screen/': [],
  '^bot/checklist/': ['^knowledge/'],
  '^bot/records/': ['^bot/checklist/', '^knowledge/'],
  '^bot/stores/[^/]+\\.ts$': ['^bot/stores/[^/]+\\.ts$', '^bot/(records|checklist)/', '^knowledge/'],
  '^bot/stores/embedded/': ['^bot/stores/[^/]+\\.ts$', '^bot/records/ledger\\.ts$'],
  '^bot/stores/postgres/': ['^bot/stores/[^/]+\\.ts$', '^bot/records/ledger\\.ts$'],
  '^bot/conversation/': ['^bot/(records|checklist|screen)/', '^bot/stores/[^/]+\\.ts$', '^knowledge/', '^cards/'],
  '^bot/teams/': ['^bot/conversation/', '^cards/(render|verbs)\\.ts$', '^bot/stores/[^/]+\\.ts$'],
  '^bot/background/': ['^bot/(conversation|records)/', '^bot/stores/[^/]+\\.ts$'],
  '^bot/cli/': [
    '^bot/(compose|config)\\.ts$',
    '^bot/(conversation|records|checklist|screen)/',
    '^bot/stores/[^/]+\\.ts$',
    '^knowledge/',
    '^cards/',
  ],
  '^bot/index\\.ts$': ['^bot/(compose|config)\\.ts$', '^bot/stores/storeError\\.ts$'],
  '^bot/config\\.ts$': ['^bot/setting\\.ts$'],
};

const ours = '^(bot|cards|knowledge)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: ours },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: { path: ours }, to: { couldNotResolve: true } },
    {
      name: 'sdk-only-in-teams',
      severity: 'error',
      from: { path: ours, pathNot: '^bot/teams/' },
      to: { path: 'node_modules/(botbuilder|botframework-[^/]+|@microsoft/(teams-ai|agents-[^/]+)|restify)(/|$)' },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `arrow from ${room}`,
      severity: 'error',
      from: { path: room },
      to: { path: ours, pathNot: [room, ...allowed] },
    })),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
