/** The built file for script tags, by its path on the wallet's server. */
export const ELEMENT_SCRIPT = '/dist/cdn/enkash-vkyc-button.js';

/** The path of the script that records the element's events. */
export const RECORDER_SCRIPT = '/event-recorder.js';

/** What differs from the plain page. */
export interface WalletPageOptions {
  /** Further attributes of the tag. */
  readonly attributes?: string;
  /** Markup after the tag. */
  readonly markup?: string;
  /** Script files that the page loads before the element, by path. */
  readonly scripts?: Readonly<Record<string, string>>;
}

/** The HTML of the wallet's page, with the tag for one session endpoint. */
export const walletPage = (
  endpoint: string,
  { attributes = '', markup = '', scripts = {} }: WalletPageOptions,
): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mohar Wallet</title>
<script src="${RECORDER_SCRIPT}"></script>
${Object.keys(scripts)
  .map((path) => `<script type="module" src="${path}"></script>`)
  .join('\n')}
<script type="module" src="${ELEMENT_SCRIPT}"></script>
</head>
<body>
<h1>Mohar Wallet</h1>
<enkash-vkyc-button session-endpoint="${endpoint}" allowed-link-hosts="127.0.0.1" ${attributes}></enkash-vkyc-button>
${markup}
</body>
</html>`;
