import { join } from 'node:path';
import { defineConfig, type BuildEnvironmentOptions, type Plugin, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { allowFrozenSymbol } from './scripts/build/allow-frozen-symbol.js';
import { bundleLazyParts } from './scripts/build/bundle-lazy-parts.js';
import { collapseHtmlSpace } from './scripts/build/collapse-html-space.js';
import { expectSingleFiles } from './scripts/build/expect-single-files.js';
import { banner, licenceTexts } from './scripts/build/licence-notices.js';
import { registeredLocale, registerLocale } from './scripts/build/register-locale.js';
import { removeMessageKeys } from './scripts/build/remove-message-keys.js';
import { renameTrustedTypesPolicy } from './scripts/build/rename-trusted-types-policy.js';
import { shortenCssTag } from './scripts/build/shorten-css-tag.js';
import { minifyAgain } from './scripts/build/minify-again.js';
import { minifyCss } from './scripts/build/minify-css.js';

const src = join(import.meta.dirname, 'src');

const languages = ['as', 'bn', 'en', 'gu', 'hi', 'kn', 'ml', 'mr', 'or', 'pa', 'ta', 'te', 'ur'];

const locales = Object.fromEntries(
  languages.map((language) => [`locales/${language}`, join(src, `locales/${language}.ts`)]),
);

const shipped = { sourcemap: true, target: 'es2022', copyPublicDir: false } satisfies BuildEnvironmentOptions;

/** Packages that a partner's package manager installs. */
const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

/**
 * The npm package: readable ES modules that import their dependencies. `@lit/react` is bundled: in Node, and so in test
 * runners, it resolves to a build for servers that calls no event handler.
 */
const library: UserConfig = {
  // the command contains packages of its own, so that it runs without an installation
  plugins: [minifyCss(), collapseHtmlSpace(), licenceTexts()],
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
        vue: join(src, 'vue/index.ts'),
        server: join(src, 'server/index.ts'),
        sandbox: join(src, 'sandbox/index.ts'),
        doctor: join(src, 'diagnose/index.ts'),
        cli: join(src, 'cli/cli.ts'),
        ...locales,
      },
    },
    rolldownOptions: {
      // rolldown warns that it may drop 'use client', but keeps it at the top of an entry
      checks: { moduleLevelDirective: false },
      external: (id) =>
        id.startsWith('node:') || dependencies.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        // pure modules get files of their own, so that importing one function loads neither the element nor Lit
        codeSplitting: {
          groups: ['status', 'hours', 'errors'].map((name) => ({
            name,
            test: `/src/${name}/(?!calendar-file)`,
          })),
        },
      },
    },
  },
};

/** Files for script tags: self-contained, minified, with the licences at the top. */
const scriptTags = (
  entry: Record<string, string>,
  options: { readonly sourcemap: boolean; readonly plugins: readonly Plugin[] },
): UserConfig => ({
  plugins: [...options.plugins, expectSingleFiles()],
  build: {
    ...shipped,
    sourcemap: options.sourcemap,
    outDir: 'dist/cdn',
    emptyOutDir: false,
    lib: { formats: ['es'], entry },
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        comments: false,
        postBanner: banner,
        // by default Vite keeps the whitespace of a library's ES module
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
        {
          sourcemap: true,
          plugins: [
            bundleLazyParts(),
            renameTrustedTypesPolicy(),
            allowFrozenSymbol(),
            shortenCssTag(),
            minifyCss(),
            collapseHtmlSpace(),
            minifyAgain(),
            licenceTexts(),
          ],
        },
      );
    case 'cdn-locales':
      // lists of texts, in which there is nothing to debug
      return scriptTags(
        Object.fromEntries(Object.entries(locales).map(([name, file]) => [name, registeredLocale(file)])),
        { sourcemap: false, plugins: [registerLocale(), removeMessageKeys()] },
      );
    default:
      return library;
  }
});
