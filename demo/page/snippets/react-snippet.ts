import type { CodeFile } from './code-file.js';
import { moduleLines, styleFiles } from './module-lines.js';
import type { TagSettings } from './tag-settings.js';

/** A component with the React wrapper, and its styles. */
export function reactSnippet(settings: TagSettings): readonly CodeFile[] {
  return [
    { name: 'upgrade.tsx', language: 'typescript', code: reactModule(settings) },
    ...styleFiles(settings, 'vkyc-button.css'),
  ];
}

/** The module of the component, with `first` before its imports. */
export function reactModule(settings: TagSettings, first = ''): string {
  const { imports, statements } = moduleLines(settings);
  const props = [
    'sessionEndpoint={endpoint}',
    ...[...settings.attributes].map(([name, value]) => jsxProp(name, value)),
    ...(settings.messages === null ? [] : ['messages={messages}']),
  ];
  return `${first}${[
    ...imports,
    "import { VkycButton } from 'enkash-vkyc-button/react';",
    ...(settings.css === '' ? [] : ["import './vkyc-button.css';"]),
  ].join('\n')}

${statements}export function Upgrade({ endpoint }: { endpoint: string }) {
  return (
    <VkycButton
${props.map((prop) => `      ${prop}\n`).join('')}    />
  );
}`;
}

const jsxProp = (attribute: string, value: string): string => {
  const name = attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (value === '') return name;
  return /^\d+$/.test(value) ? `${name}={${value}}` : `${name}="${value}"`;
};
