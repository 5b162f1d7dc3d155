/** Types for what the build uses of the analyzer, whose own types cover plugins only. */
declare module '@custom-elements-manifest/analyzer' {
  import type { Package } from 'custom-elements-manifest';
  import type typescript from 'typescript';

  /** Makes a manifest of modules, each under the name of its file. */
  export function create(options: {
    modules: readonly typescript.SourceFile[];
    plugins: readonly object[];
    context: { dev: boolean };
  }): Package;

  /** The analyzer's own TypeScript: it cannot read the syntax tree of another version. */
  export const ts: typeof typescript;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): object[];
}
