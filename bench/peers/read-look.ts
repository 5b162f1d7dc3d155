import type { Page } from 'playwright-core';

/** What our element looks like when it is ready, for the twins. */
export interface Look {
  /** The content of the shadow root, without the comments in which Lit keeps its place. */
  readonly markup: string;
  readonly css: string;
  /** Those of the host that its styles may refer to. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
}

/** Reads the look of the element that is in the page. */
export const readLook = (page: Page): Promise<Look> =>
  page.evaluate<Look>(`(() => {
    const element = document.querySelector('enkash-vkyc-button');
    const copy = document.createElement('div');
    copy.append(...[...element.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
    const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    for (const comment of found) comment.remove();
    return {
      markup: copy.innerHTML,
      css: element.shadowRoot.adoptedStyleSheets
        .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
        .join(''),
      attributes: [...element.attributes]
        .filter(({ name }) => !/endpoint|hosts/.test(name))
        .map(({ name, value }) => [name, value]),
    };
  })()`);
