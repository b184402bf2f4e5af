const js = require('@eslint/js');
const tseslint = require('typescript-eslint');
const officeAddins = require('eslint-plugin-office-addins');
const reactHooks = require('eslint-plugin-react-hooks');
const { importX } = require('eslint-plugin-import-x');

/** Which room may import which (DESIGN: rooms and arrows). A room may always import itself. */
const rooms = {
  retro: [],
  i18n: ['intake', 'retro', 'excel'],
  intake: ['retro'],
  workbook: ['retro', 'i18n'],
  excel: ['workbook', 'retro', 'i18n'],
  outputs: ['retro', 'i18n'],
  taskpane: ['excel', 'workbook', 'intake', 'retro', 'i18n', 'outputs'],
  host: [],
  preview: ['host'],
  cli: ['intake', 'retro', 'workbook', 'excel', 'outputs', 'host', 'i18n'],
};
const names = Object.keys(rooms);
/** `tooling` (build, checks, benchmarks) may look into every room; no room may look into it. */
const all = [...names, 'tooling'];

/** For each room, every other room it may not reach. i18n sees types only: it has no run-time imports. */
const arrows = names.map((room) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    'import-x/no-restricted-paths': ['error', { zones: all.filter((other) => other !== room && !rooms[room].includes(other)).map((other) => ({ target: `./src/${room}`, from: `./src/${other}` })) }],
  },
}));

/** The domain runs anywhere: no page, no Office, no React. */
const domainOnly = {
  files: ['src/{retro,intake,workbook,outputs,i18n}/**/*.ts'],
  rules: {
    'no-restricted-globals': ['error', 'Excel', 'Office', 'OfficeExtension', 'document', 'window', 'navigator', 'localStorage'],
    'no-restricted-imports': ['error', { patterns: ['react', 'react-dom', '@fluentui/*', '@microsoft/office-js'] }],
  },
};

module.exports = tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'test/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { typescript: true }, 'import-x/extensions': ['.ts', '.tsx'], 'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      'no-template-curly-in-string': 'error',
      eqeqeq: 'error',
      // Control characters are what back offices put into cells; `_` names what a signature needs and the code does not.
      'no-control-regex': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  { files: ['src/**/*.{ts,tsx}'], rules: { 'import-x/no-cycle': ['error', { ignoreExternal: true }] } },
  {
    files: ['src/{excel,taskpane}/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(
      ['call-sync-after-load', 'call-sync-before-read', 'load-object-before-read', 'no-context-sync-in-loop', 'no-empty-load', 'no-navigational-load', 'no-office-initialize', 'test-for-null-using-isNullObject'].map((rule) => [`office-addins/${rule}`, 'error']),
    ),
  },
  { files: ['src/{taskpane,preview}/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  { files: ['src/taskpane/**/*.{ts,tsx}'], ignores: ['src/taskpane/main.tsx', 'src/taskpane/commands/**', 'src/taskpane/boot/**', 'src/taskpane/shared/**'], rules: { 'no-restricted-globals': ['error', 'Excel', 'Office', 'OfficeExtension'] } },
  domainOnly,
  ...arrows,
  { files: ['*.js', 'src/tooling/**', 'test/support/**', 'src/cli/**'], languageOptions: { globals: { module: 'writable', require: 'readonly', process: 'readonly', __dirname: 'readonly', console: 'readonly' } }, rules: { '@typescript-eslint/no-require-imports': 'off', 'no-console': 'off' } },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
