module.exports = {
  // jsdom with Node's fetch, which MSW answers
  testEnvironment: '<rootDir>/environment.js',
  // Jest transforms no package unless told to, and these are ES modules
  transform: { '\\.m?js$': '@swc/jest' },
  transformIgnorePatterns: [
    '/node_modules/(?!(enkash-vkyc-button|lit|lit-html|lit-element|@lit|@lit-labs|lean-qr|jose|msw|@mswjs|@open-draft|rettime|until-async)/)',
  ],
  setupFilesAfterEnv: ['<rootDir>/start-server.js'],
};
