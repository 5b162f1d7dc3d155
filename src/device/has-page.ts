/** Whether there still is a page. Test runners remove theirs while requests and timers of it are pending. */
export function hasPage(): boolean {
  return typeof document !== 'undefined' && document.defaultView?.closed === false;
}
