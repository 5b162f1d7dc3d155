import { Marked } from 'marked';
import { gfmHeadingId } from 'marked-gfm-heading-id';
import { siteLink } from './doc-pages.js';

/**
 * A page of the documentation as a page of the site.
 * @param source its file in the project
 * @param text its Markdown
 */
export function renderDoc(source: string, text: string): string {
  let tables = 0;
  const marked = new Marked(gfmHeadingId(), {
    renderer: {
      link({ href, tokens }) {
        const content = this.parser.parseInline(tokens);
        const link = siteLink(source, href);
        return link === null ? content : `<a href="${escape(link)}">${content}</a>`;
      },
      image({ href, text: description }) {
        return `<img src="${escape(siteLink(source, href) ?? href)}" alt="${escape(description)}" loading="lazy" />`;
      },
      table({ header, rows }) {
        const cells = (row: typeof header, tag: 'td' | 'th') =>
          row.map(({ tokens }) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`).join('');
        const body = rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
        return `<div class="table" tabindex="0" role="region" aria-label="Table ${String(++tables)}"><table>
<thead><tr>${cells(header, 'th')}</tr></thead>
<tbody>${body}</tbody>
</table></div>\n`;
      },
      code({ text: code }) {
        return `<pre tabindex="0"><code>${escape(code)}</code></pre>\n`;
      },
    },
  });
  const html = marked.parse(text, { async: false });
  const title = /^# (.+)$/m.exec(text)?.[1]?.replaceAll('`', '') ?? 'Documentation';
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
    />
    <title>${escape(title)} · enkash-vkyc-button</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="docs.css" />
  </head>
  <body>
    <nav aria-label="Site"><a href="../">Preview</a> <a href="index.html">Documentation</a></nav>
    <main>
${html}
    </main>
  </body>
</html>
`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
