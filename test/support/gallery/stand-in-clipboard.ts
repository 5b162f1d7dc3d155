/** A clipboard that takes nothing in, or says that the browser does not allow it. */
export function setClipboard(works: boolean): void {
  const writeText = () => (works ? Promise.resolve() : Promise.reject(new Error('Not allowed here.')));
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

/** Gives the browser's own clipboard back. */
export function leaveClipboard(): void {
  Reflect.deleteProperty(navigator, 'clipboard');
}
