import { expect, fixture, html } from '@open-wc/testing';

import { closedShadow } from '../../src/handoff/closed-shadow.js';

const SECRET = 'M7 7h7';

const drawing = () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 73 73');
  svg.setAttribute('display', 'block');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', SECRET);
  svg.append(path);
  return svg;
};

/** What a script finds that walks over a node and all shadow roots it can get at. */
const walkOver = (node: Element | ShadowRoot): string[] => [
  ...[...('attributes' in node ? node.attributes : [])].map(({ value }) => value),
  ...('shadowRoot' in node && node.shadowRoot ? walkOver(node.shadowRoot) : []),
  ...[...node.children].flatMap(walkOver),
];

/** Has a script on the page take every shadow root at its making, as some tools that record a session do. */
const takeRoots = (handOver: (root: ShadowRoot) => ShadowRoot = (root) => root) => {
  const own = Object.getOwnPropertyDescriptor(Element.prototype, 'attachShadow') ?? {};
  const attachShadow = own.value as (this: Element, init: ShadowRootInit) => ShadowRoot;
  const roots: ShadowRoot[] = [];
  const added: Node[] = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) added.push(...addedNodes);
  });
  Element.prototype.attachShadow = function (init) {
    const root = handOver(attachShadow.call(this, init));
    roots.push(root);
    observer.observe(root, { childList: true, subtree: true });
    return root;
  };
  return {
    roots,
    /** What came into the roots so far, and is still there. */
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

const shown = (sealed: Element) => fixture<HTMLElement>(html`<div style="width: 200px">${sealed}</div>`);

describe('sealOff', () => {
  it('shows the drawing as wide as its place', async () => {
    const sealed = closedShadow(drawing());
    await shown(sealed);
    const { width, height } = sealed.getBoundingClientRect();
    expect([width, height]).to.deep.equal([200, 200]);
  });

  it('gives nothing of it to a script that walks over the page or makes markup of it', async () => {
    const host = await shown(closedShadow(drawing()));
    const sealed = host.firstElementChild;
    if (!sealed) throw new Error('Nothing is shown.');
    expect(sealed.shadowRoot).to.equal(null);
    expect(sealed.childNodes).to.have.length(0);
    const found = [
      ...walkOver(host),
      host.innerHTML,
      host.outerHTML,
      host.getHTML({ serializableShadowRoots: true }),
      new XMLSerializer().serializeToString(host),
      host.textContent,
      host.innerText,
      ...walkOver(host.cloneNode(true) as Element),
    ];
    expect(found.join('\n')).to.not.match(/svg|path|M7/);
  });

  it('gives nothing of it to a tool that takes each shadow root from attachShadow()', async () => {
    const tool = takeRoots();
    try {
      await shown(closedShadow(drawing()));
      expect(tool.roots).to.have.length(1);
      expect(tool.roots.flatMap(walkOver)).to.deep.equal([]);
      expect(tool.seen()).to.deep.equal([]);
    } finally {
      tool.stop();
    }
  });

  it('shows it in a browser too that copies no shadow root', async () => {
    const old = takeRoots((root) => Object.defineProperty(root, 'clonable', { value: undefined }));
    try {
      const sealed = closedShadow(drawing());
      await shown(sealed);
      expect(old.roots[0]?.host).to.equal(sealed);
      expect(old.roots.flatMap(walkOver)).to.include(SECRET);
      expect(sealed.getBoundingClientRect().height).to.equal(200);
    } finally {
      old.stop();
    }
  });
});
