import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import webpack from 'webpack';
import type { Partner } from './install-package.js';

/** A partner's scripts, by name. */
export type Scripts = Readonly<Record<string, string>>;

/** Bundles each script separately for production, tree-shaken but not minified, which would take long. */
type Bundler = (partner: Partner, scripts: Scripts) => Promise<Scripts>;

const sourcesOf = ({ folder }: Partner, scripts: Scripts): Scripts => {
  mkdirSync(join(folder, 'src'), { recursive: true });
  return Object.fromEntries(
    Object.entries(scripts).map(([name, script]) => {
      const file = join(folder, 'src', `${name}.js`);
      writeFileSync(file, script);
      return [name, file];
    }),
  );
};

const withVite: Bundler = async (partner, scripts) => {
  const codes: Record<string, string> = {};
  for (const [name, input] of Object.entries(sourcesOf(partner, scripts))) {
    const built = await build({
      configFile: false,
      root: partner.folder,
      logLevel: 'silent',
      build: { write: false, minify: false, rolldownOptions: { input } },
    });
    codes[name] = [built]
      .flat()
      .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
      .map((file) => (file.type === 'chunk' ? file.code : ''))
      .join('\n');
  }
  return codes;
};

const withWebpack: Bundler = async (partner, scripts) => {
  const path = join(partner.folder, 'webpack');
  await new Promise<void>((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        context: partner.folder,
        entry: sourcesOf(partner, scripts),
        output: { path, filename: '[name].js' },
        optimization: { minimize: false },
        performance: false,
      },
      (failure, stats) => {
        if (failure) reject(failure);
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      },
    );
  });
  return Object.fromEntries(
    Object.keys(scripts).map((name) => [name, readFileSync(join(path, `${name}.js`), 'utf8')]),
  );
};

export const BUNDLERS = { Vite: withVite, webpack: withWebpack };
