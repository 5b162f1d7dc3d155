/** What the benchmark does with a subject in the page: the default export of each module beside this one. */
export interface SubjectPage {
  /** Adds instances to the container, which is in the document. Resolves when they are rendered. */
  mount(container: HTMLElement, count: number): Promise<void> | void;
  /** Resolves when the last one has its final look, where that needs a response. */
  ready?(container: HTMLElement): Promise<void>;
  /** Removes what `mount()` added. By default the container is emptied. */
  unmount?(container: HTMLElement): void;
  /** What a customer clicks to start. */
  button?(container: HTMLElement): HTMLElement | null | undefined;
}

/** Adds elements of a tag, and gives the last one. */
export function appendElements(container: HTMLElement, tag: string, count: number): HTMLElement {
  const elements = Array.from({ length: count }, () => document.createElement(tag));
  container.append(...elements);
  const last = elements.at(-1);
  if (!last) throw new Error('Mount one element or more.');
  return last;
}
