import type { RequestHandler } from 'msw';
import type { EnkashVkycButton } from '../../../src/element/enkash-vkyc-button.js';
import type { State } from '../../../src/journey/journey.js';
import type { StandInWindow } from './stand-in-windows.js';

/** One picture of the element, and how it comes about. */
export interface Scene {
  /** In addresses and file names: unique, kebab-case. */
  readonly name: string;
  /** What the picture shows, in a few words. */
  readonly title: string;
  /** How the session endpoint answers; a customer in progress on a Monday at eleven unless said. */
  readonly handlers?: readonly RequestHandler[];
  /** Further attributes of the tag. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What the partner puts inside the tag: its text, by the name of the slot. */
  readonly slots?: Readonly<Record<string, string>>;
  /** The state that comes by itself after the tag is on the page. */
  readonly begins: State;
  /** What the customer and the world then do. */
  readonly play?: (stage: Stage) => Promise<void> | void;
  /** The state in the end; as it begins unless said. */
  readonly ends?: State;
  /** A call in the page covers it: the picture is so many pixels high. */
  readonly height?: number;
}

/** Scenes that belong together. */
export interface Act {
  readonly name: string;
  readonly title: string;
  readonly scenes: readonly Scene[];
}

/** Where a scene is played: one element, with a network, windows, clipboard and timers that do as the scene says. */
export interface Stage {
  readonly element: EnkashVkycButton;
  /** The windows that the element has opened. */
  readonly windows: readonly StandInWindow[];
  /** From now on the endpoint answers so. */
  answers(handlers: readonly RequestHandler[]): void;
  /** From now on the browser opens no window. */
  blockWindows(): void;
  /** From now on the page may copy text, or may not. */
  setClipboard(works: boolean): void;
  /** Presses what a selector finds in the element's shadow. */
  press(selector: string): void;
  /** Lets time pass for the element's timers, in milliseconds. */
  pass(milliseconds: number): Promise<void>;
  /** Waits until the element is in a state, and its picture with it. */
  reaches(state: State): Promise<void>;
  /** Waits until the shadow holds what a selector finds, and it is visible. */
  shows(selector: string): Promise<void>;
  /** Ends all: the element is gone, and all else is the browser's own again. */
  leave(): void;
}
