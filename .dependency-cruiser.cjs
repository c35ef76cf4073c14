/**
 * Imports go one way: kernel → zod only; domain → kernel, its own context, other contexts' events.ts; runtime → kernel and
 * libraries; functions → runtime, domain, their own context; infra → module tables and CDK. Nothing imports tests.
 */
const PURE = '^shared/(kernel|domain)/';
const AREAS = '^web/src/(automation|crm|finance|hr|insights|inventory|platform|sales)/';
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A file that needs itself by way of others cannot be read, tested or moved alone: neither can its types.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'Every import names a file or a package that is there.',
      severity: 'error',
      from: {},
      // `aws-lambda` is a name of types alone (@types/aws-lambda): the compiler resolves it; `virtual:product` is made by web/product-plugin.ts, parts of texts by web/texts-plugin.ts.
      to: { couldNotResolve: true, pathNot: '^(aws-lambda$|virtual:product$)|\\?(first|later)$' },
    },
    {
      name: 'kernel-alone',
      comment: 'Value types stand on nothing but themselves and zod.',
      severity: 'error',
      from: { path: '^shared/kernel/' },
      to: { pathNot: '^shared/kernel/', dependencyTypesNot: NPM },
    },
    {
      name: 'pure-libraries',
      comment: 'Kernel and rulebook know no SDK, no middleware and nothing else that runs: zod describes their data.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: NPM, pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'pure-of-node',
      comment: 'Files, clock, randomness and network come from outside: the rulebook also runs in a browser.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-inwards',
      comment: 'The rulebook stands on the kernel: never on plumbing, functions or infrastructure.',
      severity: 'error',
      from: { path: '^shared/domain/' },
      to: { path: '^(functions|infra|tests|web|shared/(runtime|api))/' },
    },
    {
      name: 'domain-contexts',
      comment: 'A context knows another only by what that publishes in its events.ts.',
      severity: 'error',
      from: { path: '^shared/domain/([^/]+)/' },
      to: { path: '^shared/domain/', pathNot: ['^shared/domain/$1/', '^shared/domain/[^/]+/events\\.ts$'] },
    },
    {
      name: 'runtime-without-business',
      comment: 'Plumbing has no business words: kernel and libraries only.',
      severity: 'error',
      from: { path: '^shared/runtime/' },
      to: { path: '^(functions|infra|tests|web|shared/(domain|api))/' },
    },
    {
      name: 'functions-inwards',
      comment: 'Functions stand on runtime and rulebook, never on what deploys, tests or shows them.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|tests|web)/' },
    },
    {
      name: 'functions-contexts',
      comment:
        "Of another context's functions only its service.ts is called, and nothing behind it: they share records by the rulebook, and events.",
      severity: 'error',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', '^functions/[^/]+/service\\.ts$'] },
    },
    {
      name: 'tables-are-data',
      comment: 'Action tables are read by functions, infrastructure, OpenAPI and the console: free of AWS and of what runs in Lambda.',
      severity: 'error',
      from: { path: '^shared/api/' },
      to: { path: ['^(shared/runtime|functions|infra|web|tests)/', '(^|/)node_modules/'], pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'sdk-at-the-edges',
      comment: 'Only stores, gateways and the plumbing talk to AWS; an action reads, decides and writes through them.',
      severity: 'error',
      from: { path: '^functions/', pathNot: '(-store|-gateway|\\.task|\\.event)\\.ts$' },
      to: { path: '(^|/)node_modules/@aws-sdk/' },
    },
    {
      name: 'functions-guarded',
      comment:
        "What a caller may do is asked of the company's records: entries serve by the platform's service. The public documentation has none, nor have pages that a link in a mail opens, and published jobs.",
      severity: 'error',
      from: {
        path: '^functions/',
        pathNot: '^functions/(platform/(service|docs/public)|automation/consents/commands|hr/(offers/(commands|print)|jobs/uploads))\\.ts$',
      },
      to: { path: '^shared/runtime/http\\.ts$' },
    },
    {
      name: 'infra-reads-tables',
      comment: 'Infrastructure knows what to deploy from the module tables and the kernel, not from what runs.',
      severity: 'error',
      from: { path: '^infra/', pathNot: '^infra/tools/' },
      to: { path: '^(functions|shared/(runtime|domain)|tests|web)/' },
    },
    {
      name: 'web-by-contract',
      comment: 'The console knows value types, the rulebook and the types of the action tables; the server it knows by its API.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(functions|infra|tests|shared/runtime)/' },
    },
    {
      name: 'web-types-of-tables',
      comment: 'Action tables and their schemas stay out of the page: it has their types, and values by way of virtual:product.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(shared/api|web/product)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-kit-below-areas',
      comment: 'What areas are built of (lists, forms, records, session, texts …) knows none of them, nor the frame around them.',
      severity: 'error',
      from: { path: '^web/src/(actions|api|areas|form|i18n|lines|list|notes|preferences|record|session|ui)/' },
      to: { path: [AREAS, '^web/src/(app|shell)/'] },
    },
    {
      name: 'web-areas',
      comment: 'An area shows of another what that has in its public.ts, and knows nothing of the frame around it.',
      severity: 'error',
      from: { path: AREAS },
      to: { path: [AREAS, '^web/src/(app|shell)/'], pathNot: ['^web/src/$1/', `${AREAS}public\\.tsx?$`] },
    },
    {
      name: 'web-frame-loads-areas',
      comment: 'The frame finds the areas by their screens.ts; what it needs of one it loads when it needs it.',
      severity: 'error',
      from: { path: '^web/src/(app|shell)/' },
      to: { path: AREAS, dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.local|\\.venv|web/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json'],
    },
  },
};
