/** One tab, and what its panel shows. */
export interface Tab {
  readonly id: string;
  readonly title: string;
}

/** How tabs are made. */
export interface TabsOptions {
  /** The element that the tabs and their panels fill. */
  readonly root: HTMLElement;
  /** What all of them are about, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** Runs after a tab has been chosen by the user. */
  readonly onSelect: (id: string) => void;
}

/** Tabs after the pattern of the ARIA Authoring Practices. */
export interface Tabs {
  /** Shows a tab; an unknown id changes nothing. */
  select(id: string): void;
  /** The panel of the tab that is shown. */
  readonly panel: HTMLElement;
}

const STEPS: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Makes tabs: the arrow keys, Home and End choose one, and only the chosen one is in the order of Tab.
 * @throws {Error} without a tab.
 */
export function createTabs({ root, label, tabs, onSelect }: TabsOptions): Tabs {
  const list = document.createElement('div');
  list.className = 'tabs';
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', label);
  const pairs = tabs.map((tab) => createPair(root.id, tab));
  const [first] = pairs;
  if (!first) throw new Error('Tabs need a tab.');
  let shown = first;

  const show = (chosen: TabPair): void => {
    shown = chosen;
    for (const { button, panel } of pairs) {
      const isShown = button === chosen.button;
      button.setAttribute('aria-selected', String(isShown));
      button.tabIndex = isShown ? 0 : -1;
      panel.hidden = !isShown;
    }
  };
  for (const [index, pair] of pairs.entries()) {
    pair.button.addEventListener('click', () => {
      show(pair);
      onSelect(pair.id);
    });
    pair.button.addEventListener('keydown', (event) => {
      const next = pairs[STEPS[event.key]?.(index, pairs.length) ?? -1];
      if (!next) return;
      event.preventDefault();
      next.button.focus();
      next.button.click();
    });
  }
  list.append(...pairs.map(({ button }) => button));
  root.replaceChildren(list, ...pairs.map(({ panel }) => panel));
  show(first);

  return {
    select(id) {
      const pair = pairs.find((each) => each.id === id);
      if (pair) show(pair);
    },
    get panel() {
      return shown.panel;
    },
  };
}

interface TabPair {
  readonly id: string;
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
}

function createPair(prefix: string, { id, title }: Tab): TabPair {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = `${prefix}-tab-${id}`;
  button.textContent = title;
  button.setAttribute('role', 'tab');
  const panel = document.createElement('div');
  panel.id = `${prefix}-panel-${id}`;
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-labelledby', button.id);
  button.setAttribute('aria-controls', panel.id);
  return { id, button, panel };
}
