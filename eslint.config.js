import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/**
 * The house: each room of src/ and the rooms it may import from. Whatever is not named here is a wrong-way import.
 * ARCHITECTURE.md draws the same arrows.
 */
const rooms = {
  status: [],
  hours: [],
  link: [],
  errors: [],
  device: [],
  handoff: [],
  locales: ['status', 'hours', 'errors', 'device'],
  session: ['status', 'hours', 'errors'],
  launch: ['link', 'errors', 'device'],
  journey: ['session', 'launch', 'link', 'hours', 'status', 'errors', 'device'],
  element: [
    'journey',
    'locales',
    'session',
    'launch',
    'handoff',
    'device',
    'link',
    'hours',
    'status',
    'errors',
  ],
  react: ['element'],
  server: ['session', 'status', 'hours', 'link'],
  sandbox: ['hours'],
  check: ['session', 'link'],
};

const arrows = Object.entries(rooms).map(([room, mayImport]) => ({
  files: [`src/${room}/**`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...Object.keys(rooms)
            .filter((other) => other !== room && !mayImport.includes(other))
            .map((other) => ({
              group: [`**/${other}/**`],
              message: `An arrow the wrong way: ${room} may not import ${other} (see ARCHITECTURE.md).`,
            })),
          ...(room === 'element' || room === 'react'
            ? []
            : [{ group: ['lit', 'lit/*', '@lit/*'], message: 'Lit lives in element/ and react/ only.' }]),
          ...(room === 'server' || room === 'sandbox' || room === 'check'
            ? []
            : [{ group: ['node:*'], message: 'Browser rooms know nothing of Node.' }]),
        ],
      },
    ],
  },
}));

const focusedOrSkipped = ['only', 'skip', 'todo'].map((name) => ({
  selector: `MemberExpression[object.name=/^(describe|it|test|suite|context)$/][property.name='${name}']`,
  message: `A ${name === 'only' ? 'focused' : 'skipped'} test tells nothing: remove .${name}.`,
}));

export default ts.config(
  { ignores: ['dist', 'coverage', '.cache', 'gallery', 'examples', 'types', 'test/package/types'] },
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
  ...arrows,
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
  { files: ['demo/**', 'scripts/**', 'bench/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
);
