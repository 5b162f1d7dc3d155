import type { CodeFile } from './code-file.js';
import { objectLiteral } from './object-literal.js';
import { htmlAttributes, indent, tag } from './tag-lines.js';
import type { TagSettings } from './tag-settings.js';

/** A page without a framework; its template writes the endpoint. */
export function htmlSnippet({ attributes, lang, messages, css }: TagSettings): readonly CodeFile[] {
  const parts = [
    [
      '<script type="module" src="/assets/enkash-vkyc-button.js"></script>',
      ...(lang === null ? [] : [`<script type="module" src="/assets/locales/${lang}.js"></script>`]),
    ].join('\n'),
    ...(css === '' ? [] : [`<style>\n${indent(css, 2)}\n</style>`]),
    tag('enkash-vkyc-button', ['session-endpoint="{{ session.endpoint }}"', ...htmlAttributes(attributes)]),
    ...(messages === null
      ? []
      : [
          `<script type="module">\n${indent(
            `const button = document.querySelector('enkash-vkyc-button');\nbutton.messages = ${objectLiteral(messages)};`,
            2,
          )}\n</script>`,
        ]),
  ];
  return [{ name: 'page.html', language: 'xml', code: parts.join('\n\n') }];
}
