import { join } from 'node:path';
import { defineConfig, type BuildEnvironmentOptions, type Plugin, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { expectSingleFiles } from './scripts/build/expect-single-files.js';
import { registeredLocale, registerLocale } from './scripts/build/register-locale.js';
import { renameTrustedTypesPolicy } from './scripts/build/rename-trusted-types-policy.js';

const src = join(import.meta.dirname, 'src');

const languages = ['as', 'bn', 'en', 'gu', 'hi', 'kn', 'ml', 'mr', 'or', 'pa', 'ta', 'te', 'ur'];

const locales = Object.fromEntries(
  languages.map((language) => [`locales/${language}`, join(src, `locales/${language}.ts`)]),
);

const shipped = { sourcemap: true, target: 'es2022', copyPublicDir: false } satisfies BuildEnvironmentOptions;

/** The npm package: readable ES modules; what a partner's bundler already has stays outside. */
const library: UserConfig = {
  build: {
    ...shipped,
    outDir: 'dist',
    minify: false,
    lib: {
      formats: ['es'],
      entry: {
        index: join(src, 'index.ts'),
        define: join(src, 'define.ts'),
        react: join(src, 'react/index.ts'),
        server: join(src, 'server/index.ts'),
        sandbox: join(src, 'sandbox/index.ts'),
        ...locales,
      },
    },
    rolldownOptions: {
      // 'use client' does stay at the top of an entry
      checks: { moduleLevelDirective: false },
      external: [/^node:/, /^(@?lit|jose|react|msw)(\/|$)/],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
};

/** Files for script tags: each one self-contained, minified, and under its licence line. */
const scriptTags = (entry: Record<string, string>, plugin: Plugin, contents = ''): UserConfig => ({
  plugins: [plugin, expectSingleFiles()],
  build: {
    ...shipped,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    lib: { formats: ['es'], entry },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        comments: false,
        postBanner: `/*! ${manifest.name} ${manifest.version}, MIT licence${contents} */`,
        // left to itself, Vite keeps the whitespace of a library's ES module
        minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
      },
    },
  },
});

export default defineConfig(({ command, mode }): UserConfig => {
  if (command === 'serve') return {};
  switch (mode) {
    case 'cdn':
      return scriptTags(
        { 'enkash-vkyc-button': join(src, 'define.ts') },
        renameTrustedTypesPolicy(),
        '. Contains Lit, copyright Google LLC, BSD-3-Clause licence',
      );
    case 'cdn-locales':
      return scriptTags(
        Object.fromEntries(Object.entries(locales).map(([name, file]) => [name, registeredLocale(file)])),
        registerLocale(),
      );
    default:
      return library;
  }
});
