/** Replaces the clipboard by one that accepts any text, or by one that the browser does not allow. */
export function fakeClipboard(works: boolean): void {
  const writeText = () => (works ? Promise.resolve() : Promise.reject(new Error('Not allowed here.')));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

/** Restores the browser's own clipboard. */
export function restoreClipboard(): void {
  Reflect.deleteProperty(navigator, 'clipboard');
}
