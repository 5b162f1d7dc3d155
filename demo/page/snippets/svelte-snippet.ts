import type { CodeFile } from './code-file.js';
import { moduleLines } from './module-lines.js';
import { htmlAttributes, indent, tag } from './tag-lines.js';
import type { TagSettings } from './tag-settings.js';

/** A component with the tag itself. */
export function svelteSnippet(settings: TagSettings): readonly CodeFile[] {
  const { imports, statements } = moduleLines(settings);
  const script = `${[...imports, "import 'enkash-vkyc-button/define.js';"].join('\n')}

${statements}let { endpoint } = $props();`;
  const button = tag('enkash-vkyc-button', [
    'session-endpoint={endpoint}',
    ...htmlAttributes(settings.attributes),
    ...(settings.messages === null ? [] : ['{messages}']),
  ]);
  const style = settings.css === '' ? '' : `\n\n<style>\n${indent(globalRules(settings.css), 2)}\n</style>`;
  return [
    {
      name: 'Upgrade.svelte',
      language: 'xml',
      code: `<script>\n${indent(script, 2)}\n</script>\n\n${button}${style}`,
    },
  ];
}

/** Svelte limits the rules of a component to the elements that it sees, and parts are none of them. */
const globalRules = (css: string): string =>
  css.replace(
    /^(enkash-vkyc-button.*?)(,| \{)$/gm,
    (_, selector: string, end: string) => `:global(${selector})${end}`,
  );
