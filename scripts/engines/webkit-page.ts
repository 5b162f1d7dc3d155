import { Key, type WebDriver } from 'selenium-webdriver';

/** The size of a page, in CSS pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The part of Playwright's page that the commands of Web Test Runner call, over WebDriver. Those commands know a few
 * kinds of launcher only, and throw for any other.
 */
export interface WebKitPage {
  readonly keyboard: {
    press(key: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    type(text: string): Promise<void>;
  };
  readonly mouse: {
    move(x: number, y: number): Promise<void>;
    click(x: number, y: number): Promise<void>;
  };
  setViewportSize(size: PageSize): Promise<void>;
  emulateMedia(): Promise<void>;
}

const KEYS: Readonly<Record<string, string>> = {
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Shift: Key.SHIFT,
  Space: Key.SPACE,
  Tab: Key.TAB,
};

const keyOf = (name: string) => KEYS[name] ?? name;

/** The page that a driver shows. */
export const webkitPage = (driver: WebDriver): WebKitPage => ({
  keyboard: {
    press: (key) => driver.actions().keyDown(keyOf(key)).keyUp(keyOf(key)).perform(),
    down: (key) => driver.actions().keyDown(keyOf(key)).perform(),
    up: (key) => driver.actions().keyUp(keyOf(key)).perform(),
    type: (text) => driver.actions().sendKeys(text).perform(),
  },
  mouse: {
    move: (x, y) => driver.actions().move({ x, y }).perform(),
    click: (x, y) => driver.actions().move({ x, y }).click().perform(),
  },
  async setViewportSize({ width, height }) {
    // the window has a frame and a toolbar, whose size only the page can tell
    for (let attempt = 0; attempt < 3; attempt++) {
      const [innerWidth, innerHeight] = await driver.executeScript<[number, number]>(
        'return [innerWidth, innerHeight]',
      );
      if (innerWidth === width && innerHeight === height) return;
      const window = driver.manage().window();
      const rect = await window.getRect();
      await window.setRect({
        x: 0,
        y: 0,
        width: rect.width + width - innerWidth,
        height: rect.height + height - innerHeight,
      });
    }
  },
  emulateMedia: () => Promise.reject(new Error('WebDriver cannot emulate media features.')),
});
