import type { CodeFile } from './code-file.js';
import { moduleLines, styleFiles } from './module-lines.js';
import { htmlAttributes, indent, tag } from './tag-lines.js';
import type { TagSettings } from './tag-settings.js';

/** A component with the tag itself; the styles are global, as those of a component end at the tag. */
export function angularSnippet(settings: TagSettings): readonly CodeFile[] {
  const { imports, statements } = moduleLines(settings);
  const button = tag('enkash-vkyc-button', [
    '[sessionEndpoint]="endpoint()"',
    ...htmlAttributes(settings.attributes),
    ...(settings.messages === null ? [] : ['[messages]="messages"']),
  ]);
  return [
    {
      name: 'upgrade.ts',
      language: 'typescript',
      code: `${[
        "import { Component, CUSTOM_ELEMENTS_SCHEMA, input } from '@angular/core';",
        ...imports,
        "import 'enkash-vkyc-button/define.js';",
      ].join('\n')}

${statements}@Component({
  selector: 'app-upgrade',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${indent(button, 4)}
  \`,
})
export class Upgrade {
  readonly endpoint = input.required<string>();${
    settings.messages === null ? '' : '\n  readonly messages = messages;'
  }
}`,
    },
    ...styleFiles(settings, 'styles.css'),
  ];
}
