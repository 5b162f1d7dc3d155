import { expect, fixture, html } from '@open-wc/testing';

import { closedShadow } from '../../src/handoff/closed-shadow.js';

const SECRET = 'M7 7h7';

const svgWithSecret = () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 73 73');
  svg.setAttribute('display', 'block');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SECRET);
  svg.append(path);
  return svg;
};

/** All attribute values that a script finds when it traverses a node and all accessible shadow roots. */
const traverse = (node: Element | ShadowRoot): string[] => [
  ...[...('attributes' in node ? node.attributes : [])].map(({ value }) => value),
  ...('shadowRoot' in node && node.shadowRoot ? traverse(node.shadowRoot) : []),
  ...[...node.children].flatMap(traverse),
];

/** Patches attachShadow() to keep a reference to every root, as some session recorders do. */
const patchAttachShadow = (transform: (root: ShadowRoot) => ShadowRoot = (root) => root) => {
  const own = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow') ?? {};
  const attachShadow = own.value as (this: Element, init: ShadowRootInit) => ShadowRoot;
  const roots: ShadowRoot[] = [];
  const added: Node[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) added.push(...addedNodes);
  });
  Element.prototype.attachShadow = function (init) {
    const root = transform(attachShadow.call(this, init));
    roots.push(root);
    observer.observe(root, { childList: true, subtree: true });
    return root;
  };
  return {
    roots,
    /** Nodes that were added to the roots and are still there. */
    seen: () => {
      for (const { addedNodes } of observer.takeRecords()) added.push(...addedNodes);
      return added.filter((node) => roots.includes(node.getRootNode() as ShadowRoot));
    },
    stop: () => {
      Object.defineProperty(Element.prototype, 'attachShadow', own);
      observer.disconnect();
    },
  };
};

const insert = (host: Element) => fixture<HTMLElement>(html`<div style="width: 200px">${host}</div>`);

describe('closedShadow', () => {
  it('shows the node at the width of its container', async () => {
    const host = closedShadow(svgWithSecret());
    await insert(host);
    const { width, height } = host.getBoundingClientRect();
    expect([width, height]).to.deep.equal([200, 200]);
  });

  it('exposes nothing to scripts that traverse or serialize the page', async () => {
    const page = await insert(closedShadow(svgWithSecret()));
    const host = page.firstElementChild;
    if (!host) throw new Error('Nothing is shown.');
    expect(host.shadowRoot).to.equal(null);
    expect(host.childNodes).to.have.length(0);
    const found = [
      ...traverse(page),
      page.innerHTML,
      page.outerHTML,
      page.getHTML({ serializableShadowRoots: true }),
      new XMLSerializer().serializeToString(page),
      page.textContent,
      page.innerText,
      ...traverse(page.cloneNode(true) as Element),
    ];
    expect(found.join('\n')).to.not.match(/svg|path|M7/);
  });

  it('exposes nothing to a session recorder that patches attachShadow()', async () => {
    const recorder = patchAttachShadow();
    try {
      await insert(closedShadow(svgWithSecret()));
      expect(recorder.roots).to.have.length(1);
      expect(recorder.roots.flatMap(traverse)).to.deep.equal([]);
      expect(recorder.seen()).to.deep.equal([]);
    } finally {
      recorder.stop();
    }
  });

  it('shows the node in a browser that does not clone shadow roots', async () => {
    const old = patchAttachShadow((root) => Object.defineProperty(root, 'clonable', { value: undefined }));
    try {
      const host = closedShadow(svgWithSecret());
      await insert(host);
      expect(old.roots[0]?.host).to.equal(host);
      expect(old.roots.flatMap(traverse)).to.include(SECRET);
      expect(host.getBoundingClientRect().height).to.equal(200);
    } finally {
      old.stop();
    }
  });
});
