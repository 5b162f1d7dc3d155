import type { CodeFile } from './code-file.js';
import { moduleLines } from './module-lines.js';
import { htmlAttributes, indent, tag } from './tag-lines.js';
import type { TagSettings } from './tag-settings.js';

/** A single-file component with the Vue component of the package. */
export function vueSnippet(settings: TagSettings): readonly CodeFile[] {
  const { imports, statements } = moduleLines(settings);
  const button = tag('VkycButton', [
    ':session-endpoint="endpoint"',
    ...htmlAttributes(settings.attributes),
    ...(settings.messages === null ? [] : [':messages="messages"']),
  ]);
  const style = settings.css === '' ? '' : `\n\n<style>\n${settings.css}\n</style>`;
  return [
    {
      name: 'Upgrade.vue',
      language: 'xml',
      code: `<script setup>
${[...imports, "import { VkycButton } from 'enkash-vkyc-button/vue';"].join('\n')}

${statements}defineProps({ endpoint: String });
</script>

<template>
${indent(button, 2)}
</template>${style}`,
    },
  ];
}
