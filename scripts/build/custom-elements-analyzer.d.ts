/** What the build uses of the analyzer, which brings types for its plugins alone. */
declare module '@custom-elements-manifest/analyzer' {
  import type { Package } from 'custom-elements-manifest';
  import type typescript from 'typescript';

  /** Reads modules into a manifest, which names each as its file is named. */
  export function create(options: {
    modules: readonly typescript.SourceFile[];
    plugins: readonly object[];
    context: { dev: boolean };
  }): Package;

  /** The compiler that the analyzer brings along: it reads no tree of another version. */
  export const ts: typeof typescript;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): object[];
}
