import type { RequestHandler } from 'msw';
import type { EnkashVkycButton } from '../../../src/element/enkash-vkyc-button.js';
import type { State } from '../../../src/journey/journey.js';
import type { FakePopup } from './fake-popups.js';

/** One picture of the element, and how to arrive at it. */
export interface Scene {
  /** For URLs and file names: unique, kebab-case. */
  readonly name: string;
  /** What the picture shows, in a few words. */
  readonly title: string;
  /** How the session endpoint responds; by default with a customer in progress on a Monday at 11:00. */
  readonly handlers?: readonly RequestHandler[];
  /** Further attributes of the tag. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The partner's content of the tag: text by slot name. */
  readonly slots?: Readonly<Record<string, string>>;
  /** The state that the element reaches by itself once it is on the page. */
  readonly initialState: State;
  /** The interaction that follows. */
  readonly play?: (ctx: SceneContext) => Promise<void> | void;
  /** The state at the end; defaults to `initialState`. */
  readonly finalState?: State;
  /** The height of the picture in pixels, for a dialog that covers the page. */
  readonly height?: number;
}

/** Scenes on one subject. */
export interface SceneGroup {
  readonly name: string;
  readonly title: string;
  readonly scenes: readonly Scene[];
}

/** A rendered scene: one element, with fake network, popups, clipboard and timers. */
export interface SceneContext {
  readonly element: EnkashVkycButton;
  /** The popups that the element has opened. */
  readonly popups: readonly FakePopup[];
  /** Replaces the handlers of the session endpoint. */
  useHandlers(handlers: readonly RequestHandler[]): void;
  /** Makes the browser block popups. */
  blockPopups(): void;
  /** Replaces the clipboard by one that works, or by one that refuses to copy. */
  fakeClipboard(works: boolean): void;
  /** Clicks the element that a selector matches in the shadow root. */
  click(selector: string): void;
  /** Advances the element's timers, in milliseconds. */
  advance(milliseconds: number): Promise<void>;
  /** Waits until the element has reached a state and is rendered. */
  waitForState(state: State): Promise<void>;
  /** Waits until the shadow root has a visible match of a selector. */
  waitForVisible(selector: string): Promise<void>;
  /** Removes the element and restores the browser's own network, popups, clipboard and timers. */
  dispose(): void;
}
