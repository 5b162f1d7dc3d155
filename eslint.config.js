import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import { LAYERS } from './scripts/layers.js';

/** Modules that may import Lit, and modules that may import Node's own modules. */
const LIT_MODULES = ['element', 'react'];
const NODE_MODULES = ['server', 'sandbox', 'check', 'cli'];

const layerRules = Object.entries(LAYERS).map(([module, allowed]) => ({
  files: [`src/${module}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...Object.keys(LAYERS)
            .filter((other) => other !== module && !allowed.includes(other))
            .map((other) => ({
              group: [`**/${other}/**`],
              message: `The layer table does not allow ${module} to import ${other} (see ARCHITECTURE.md).`,
            })),
          ...(LIT_MODULES.includes(module)
            ? []
            : [
                {
                  group: ['lit', 'lit/*', '@lit/*'],
                  message: `Only ${LIT_MODULES.join(' and ')} import Lit.`,
                },
              ]),
          ...(NODE_MODULES.includes(module)
            ? []
            : [{ group: ['node:*'], message: `Only ${NODE_MODULES.join(', ')} import modules of Node.` }]),
        ],
      },
    ],
  },
}));

const focusedOrSkipped = ['only', 'skip', 'todo'].map((name) => ({
  selector: `MemberExpression[object.name=/^(describe|it|test|suite|context)$/][property.name='${name}']`,
  message: `No ${name === 'only' ? 'focused' : 'skipped'} test: remove .${name}.`,
}));

export default ts.config(
  {
    ignores: [
      'dist',
      'dist-demo',
      'coverage',
      '.cache',
      'gallery',
      'examples',
      'types',
      'test/package/types',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': ['error', { allow: ['warn'] }],
      'no-restricted-syntax': [
        'error',
        ...focusedOrSkipped,
        {
          selector: 'CallExpression[callee.name=/^(xit|xdescribe|fit|fdescribe)$/]',
          message: 'No skipped or focused test.',
        },
        {
          selector: 'Property[key.name=/^(only|skip|todo)$/][value.value!=false]',
          message: 'No skipped or focused test.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      ],
    },
  },
  { files: ['src/element/**'], ...lit['flat/recommended'] },
  { files: ['src/element/**'], ...wc['flat/recommended'] },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Markup from a string breaks strict CSP and invites injection.',
        })),
      ],
    },
  },
  ...layerRules,
  {
    files: ['test/**'],
    rules: {
      // chai's assertions are property reads
      '@typescript-eslint/no-unused-expressions': 'off',
      // node:test's test() and it() return promises that the runner itself awaits
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          ignoreVoid: false,
          allowForKnownSafeCalls: [
            // a type of the assertion library says that .equal() gives a promise; it does not
            { from: 'package', package: 'chai', name: 'Equal' },
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: 'Equal' },
            {
              from: 'package',
              package: 'node:test',
              name: ['test', 'it', 'describe', 'suite', 'before', 'after', 'beforeEach', 'afterEach'],
            },
          ],
        },
      ],
    },
  },
  { files: ['demo/**', 'scripts/**', 'bench/**', 'soak/**'], rules: { 'no-console': 'off' } },
  // a failing handler is an error in the partner's log
  {
    files: ['src/server/http/node-listener.ts', 'src/sandbox/listen.ts'],
    rules: { 'no-console': ['error', { allow: ['error'] }] },
  },
  // records or prints what a test compares
  {
    files: ['test/support/record-console.ts', 'test/support/test-doms/install-dom.ts'],
    rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] },
  },
  {
    files: ['test/support/test-doms/use-element.ts'],
    rules: { 'no-console': ['error', { allow: ['log'] }] },
  },
  // the one place that skips tests: where the machine lacks a program
  { files: ['test/support/tests-with.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
);
