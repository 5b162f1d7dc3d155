/** What a test changes in an app. */
export interface Settings {
  readonly endpoint: string;
  readonly disabled: boolean;
}

/** One tag on a page, drawn by a framework. */
export interface App {
  /** Draws the tag, or draws it again. */
  render(settings: Settings): void;
  unmount(): unknown;
}

declare global {
  var app: App;
  /** What the framework's handler of `vkyc-status-change` was given. */
  var handled: string[];
}

globalThis.handled = [];

/** The handler that every app gives its framework. */
export const record = ({ type }: { readonly type: string }): void => void handled.push(type);

/** A function for `renewSession`. */
export const renew = (): Promise<string> => Promise.reject(new Error('no session'));

/** Where the app draws. */
export const place = (): Element => {
  const found = document.querySelector('#app');
  if (!found) throw new Error('The page has no #app.');
  return found;
};
