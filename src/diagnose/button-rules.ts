import { ourScriptAt } from '../doctor/page/our-script.js';
import { fail, pass, skipped, type Judgement } from '../doctor/finding.js';
import { version } from '../version.js';
import type { DiagnosisEnvironment } from './diagnosis-environment.js';
import type { ButtonReading } from './read-button.js';

const NO_BUTTON = skipped('There is no button to judge.');

/** The value must be a button on the page whose script has run. */
export function element(button: ButtonReading | null): Judgement {
  if (!button)
    return fail(
      'The value is not an <enkash-vkyc-button>.',
      "diagnose(document.querySelector('enkash-vkyc-button'))",
    );
  if (!button.isDefined)
    return fail(
      'The script of the button has not run.',
      "import 'enkash-vkyc-button/define.js', or the script tag",
    );
  return button.isConnected
    ? pass('The button is on the page, and its script has run.')
    : fail('The button is not on the page.', 'document.body.append(button)');
}

/** A customer must see the button. */
export function visible(button: ButtonReading | null): Judgement {
  if (!button?.isConnected) return NO_BUTTON;
  return button.isShown
    ? pass('The button takes up space on the page.')
    : fail(
        'The button has no box: it, or an element around it, is hidden.',
        'Remove display: none or hidden.',
      );
}

/** Scripts of the button that the page has loaded, and the versions of the button and of this diagnosis. */
export function versions(
  button: ButtonReading | null,
  { performance, document }: DiagnosisEnvironment,
): Judgement {
  const entries = performance.getEntriesByType('resource').map(({ name }) => name);
  const tags = [...document.scripts].map(({ src }) => src);
  const copies = [...entries, ...tags].flatMap((address) =>
    URL.canParse(address) ? (ourScriptAt(new URL(address))?.copy ?? []) : [],
  );
  const count = new Set(copies).size;
  if (count > 1)
    return fail(
      `The page has loaded ${count} copies of the button.`,
      'Keep one: the script tag, or the import in your own bundle.',
    );
  if (!button?.isDefined) return NO_BUTTON;
  return button.version === version
    ? pass(`The button and this diagnosis have the version ${version}.`)
    : fail(
        `The button has the version ${button.version ?? 'unknown'}, and the installed package ${version}.`,
        'Load the button and this diagnosis from one version of the package.',
      );
}

/** What the session endpoint said last, as the button shows it. Nothing is sent: a question may mint a link. */
export function endpoint(button: ButtonReading | null): Judgement {
  if (!button?.isDefined) return NO_BUTTON;
  if (!button.hasEndpoint) return fail('The button has no endpoint.', 'session-endpoint="/vkyc/session/…"');
  if (button.errorCode !== null || button.state === 'error') {
    const code = button.errorCode ?? 'an error';
    return fail(
      `The button shows ${code}.`,
      'See docs/errors.md for its cause. npx enkash-vkyc-button check <endpoint>',
    );
  }
  return button.state === 'loading'
    ? skipped('The endpoint has not answered yet.')
    : pass(`The endpoint has answered: the button is ${button.state ?? 'ready'}.`);
}

/** The texts of the page's language must be there. */
export function language(button: ButtonReading | null): Judgement {
  if (!button?.isDefined || button.shownLang === null) return NO_BUTTON;
  const [wanted = ''] = button.wantedLang.replaceAll('_', '-').split('-');
  if (wanted === '')
    return fail('No lang says which language the page has, so the button is in English.', '<html lang="en">');
  return button.shownLang.split('-')[0] === wanted
    ? pass('The button is in the language of the page.')
    : fail(
        'The button has no texts for the language of the page, so it is in English.',
        "EnkashVkycButton.registerMessages('hi', hi) with the language of the page",
      );
}
