/** The settings that a test changes in an app. */
export interface Settings {
  readonly endpoint: string;
  readonly disabled: boolean;
}

/** One tag on a page, rendered by a framework. */
export interface App {
  /** Renders the tag, or renders it again with other settings. */
  render(settings: Settings): void;
  unmount(): unknown;
}

declare global {
  var app: App;
  /** The types of the events that the framework's `vkyc-status-change` handler has received. */
  var handledEvents: string[];
}

globalThis.handledEvents = [];

/** The event handler of every app. */
export const recordEvent = ({ type }: { readonly type: string }): void => void handledEvents.push(type);

/** The value of `renewSession` in every app. */
export const renewSession = (): Promise<string> => Promise.reject(new Error('no session'));

/** The element that the app renders into. */
export const container = (): Element => {
  const found = document.querySelector('#app');
  if (!found) throw new Error('The page has no #app.');
  return found;
};
