/** Paths of the script and the style sheet on Signzy's origin. They are specific to the sandbox. */
export const CALL_SCRIPT_PATH = '/sandbox/call.js';
export const CALL_STYLES_PATH = '/sandbox/call.css';

/** The parts of a page of the simulated Signzy. */
export interface Page {
  readonly title: string;
  /** Markup inside the `<main>` element. */
  readonly main: string;
  /** Attributes of the `<main>` element, as markup. */
  readonly attributes?: string;
  /** Whether the page runs the call's script. */
  readonly script?: boolean;
}

/** An HTML document, marked as part of the sandbox. The markup must be ours: nothing of a request may be in it. */
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
