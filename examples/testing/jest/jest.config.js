module.exports = {
  // jsdom with Node's fetch, which MSW answers
  testEnvironment: '<rootDir>/environment.js',
  // these packages are ES modules, which Jest does not transform by default
  transform: { '\\.m?js$': '@swc/jest' },
  transformIgnorePatterns: [
    '/node_modules/(?!(enkash-vkyc-button|lit|lit-html|lit-element|@lit|@lit-labs|lean-qr|jose|msw|@mswjs|@open-draft|rettime|until-async)/)',
  ],
  setupFilesAfterEnv: ['<rootDir>/start-server.js'],
};
