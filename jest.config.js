/** Jest runs TypeScript through SWC as ES modules; decorators keep their metadata for Nest. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/dashboards', '<rootDir>/seed', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testSequencer: '<rootDir>/test/longest-first.js',
  globalSetup: '<rootDir>/test/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/test/postgres/global-teardown.ts',
  // One more than the two cores it is meant for: many tests wait for processes to end and to begin.
  maxWorkers: 3,
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/test/closing-line.js'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
