/** Where the page's script and styles are, on Signzy's origin. The paths are the sandbox's own. */
export const CALL_SCRIPT_PATH = '/sandbox/call.js';
export const CALL_STYLES_PATH = '/sandbox/call.css';

/** What a page of the sandbox's Signzy is made of. */
export interface Page {
  readonly title: string;
  /** Markup of the `<main>` element's content. */
  readonly main: string;
  /** Markup that goes into the `<main>` tag, such as data attributes. */
  readonly attributes?: string;
  /** Whether the page runs the call's script. */
  readonly script?: boolean;
}

/** A whole HTML document, marked as the sandbox's. Takes markup of our own only: nothing from a request goes in. */
export function htmlDocument({ title, main, attributes = '', script = false }: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${CALL_STYLES_PATH}">
${script ? `<script type="module" src="${CALL_SCRIPT_PATH}"></script>` : ''}
</head>
<body>
<header class="ribbon"><p><strong>Sandbox</strong> — not a real KYC call</p></header>
<main ${attributes}>
${main}
</main>
</body>
</html>
`;
}
