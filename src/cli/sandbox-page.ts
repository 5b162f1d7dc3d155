import { SAMPLE_STATUSES, type SandboxElementAttributes } from '../sandbox/index.js';

/** What the page shows. */
export interface SandboxPageContent {
  readonly endpoint: string;
  readonly cardId: string;
  /** The languages that the page offers, as BCP 47 tags. */
  readonly languages: readonly string[];
  /** The language of the button. One that the package does not have is English. */
  readonly lang: string;
  readonly attributes: SandboxElementAttributes;
}

/** A partner's page with the button, the customer's status and the language of the button, as HTML. */
export function sandboxPage({ endpoint, cardId, languages, lang, attributes }: SandboxPageContent): string {
  const language = languages.find((one) => one === lang) ?? 'en';
  const tagAttributes = Object.entries({ ...attributes }).map(
    ([name, value]) => `${name}="${escapeHtml(value)}"`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>enkash-vkyc-button sandbox</title>
<link rel="icon" href="data:,">
<script type="module" src="/enkash-vkyc-button.js"></script>
<script type="module" src="/locales/${language}.js"></script>
<style>
  :root { color-scheme: light dark; }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
  enkash-vkyc-button:not(:defined) { display: inline-block; vertical-align: top; min-block-size: 13.8125rem; }
  form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-block: 1rem; }
  button, select, input { font: inherit; min-height: 2.75rem; padding: 0 .75rem; }
</style>
</head>
<body>
<main>
<h1>Complete your KYC</h1>
<enkash-vkyc-button lang="${language}" session-endpoint="${escapeHtml(endpoint)}" ${tagAttributes.join(' ')}></enkash-vkyc-button>
<h2>This sandbox</h2>
<form>
<label for="customer">Customer</label>
<input id="customer" name="customer" value="${escapeHtml(cardId)}" pattern="[A-Za-z0-9_\\-]{1,64}" required>
<label for="lang">Language</label>
<select id="lang" name="lang">${languages.map((one) => optionOf(one, one === language)).join('')}</select>
<button>Show</button>
</form>
<form method="post">
<label for="status">EnKash says</label>
<select id="status" name="status">${Object.keys(SAMPLE_STATUSES)
    .map((name) => `<option>${name}</option>`)
    .join('')}</select>
<button>Set the status</button>
</form>
</main>
</body>
</html>`;
}

function optionOf(language: string, isSelected: boolean): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return `<option value="${language}"${isSelected ? ' selected' : ''} lang="${language}">${escapeHtml(name)}</option>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
