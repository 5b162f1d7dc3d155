import { fail, pass, skipped, type Judgement } from '../../finding.js';
import type { Page } from '../read-page.js';

const TAG_LINE = '<script type="module" src="…/enkash-vkyc-button.js" integrity="sha384-…"></script>';

/** The file for script tags is a module: a classic script stops at its first `import` or `export`. */
export function scriptType({ scripts }: Page): Judgement {
  const wrong = scripts.find(({ isModule, src, ours }) => !isModule && src !== null && ours.length > 0);
  if (wrong)
    return fail(
      wrong.element.attributes.has('type')
        ? 'The script of the button has another type than "module".'
        : 'The script of the button has no type.',
      TAG_LINE,
    );
  return pass('No script of the button has another type than "module".');
}

/** Something must define the tag. A page may add the tag, and the script, from a bundle that is not read here. */
export function scriptMissing({ scripts, tags }: Page): Judgement {
  if (scripts.some(({ ours }) => ours.length > 0)) return pass('The page loads the button.');
  if (scripts.some(({ locale }) => locale === null))
    return skipped(
      "No script tag of the button; it may be in one of the page's other scripts.",
      "If it is not, add to your code: import 'enkash-vkyc-button/define.js'",
    );
  return tags.length > 0
    ? fail('The page has the tag and no script that could define it.', TAG_LINE)
    : skipped('The page has neither the tag nor a script that could add it.', TAG_LINE);
}

/** A second copy is ignored with a warning, and the customer has loaded it without use. */
export function scriptTwice({ scripts }: Page): Judgement {
  const copies = new Set(scripts.flatMap(({ ours }) => ours.map(({ copy }) => copy)));
  // Each tag of a classic script runs, and a module runs once.
  if (copies.size <= 1) return pass('The page loads at most one copy of the button.');
  return fail(
    `The page loads ${copies.size} copies of the button.`,
    'Keep one: the script tag, or the import in your own bundle.',
  );
}
