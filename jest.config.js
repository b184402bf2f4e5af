/** Tests run on the sources through swc; what is slow to start (a browser) is its own project. */
const transform = {
  '^.+\\.(ts|tsx|js|mjs|jsx)$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } },
  ],
};
const base = {
  transform,
  // These packages ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@ironcalc/wasm|hucre|nanoid)/)'],
  moduleNameMapper: { '\\.css$': '<rootDir>/test/support/empty.js' },
  setupFiles: ['<rootDir>/test/support/setup.ts'],
};

module.exports = {
  testTimeout: 120_000,
  // Jest leaves one core unused; on a machine of two that doubles the time.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/slow-first.js',
  projects: [
    { ...base, displayName: 'node', testEnvironment: 'node', testMatch: ['<rootDir>/test/**/*.test.ts'], testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'] },
    { ...base, displayName: 'dom', testEnvironment: 'jsdom', testEnvironmentOptions: { url: 'https://localhost/' }, moduleNameMapper: { ...base.moduleNameMapper, '^@fluentui/react-icons$': '<rootDir>/test/support/icons.js' }, testMatch: ['<rootDir>/test/**/*.test.tsx'] },
    { ...base, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/browser/**/*.test.ts'], globalSetup: '<rootDir>/test/browser/support/global-setup.ts', globalTeardown: '<rootDir>/test/browser/support/global-teardown.ts' },
  ],
};
