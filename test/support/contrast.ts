/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Reads any CSS colour as the browser paints it. */
function readColour(css: string): Colour {
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** Blends a colour onto an opaque one. */
function blend([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
  const mix = (upper: number, lower: number) => upper * alpha + lower * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

/** The background behind an element's content: all backgrounds from the page's up to its own, blended. */
function backgroundOf(element: Element): Colour {
  const container = element.assignedSlot ?? element.parentNode;
  const parent = container instanceof ShadowRoot ? container.host : container;
  const below: Colour = parent instanceof Element ? backgroundOf(parent) : [255, 255, 255, 1];
  return blend(readColour(getComputedStyle(element).backgroundColor), below);
}

/** The relative luminance of WCAG 2. */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: Colour, b: Colour): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

/** The WCAG contrast ratio of an element's text to its background: 1 to 21. */
export function textContrast(element: Element): number {
  const background = backgroundOf(element);
  return ratio(blend(readColour(getComputedStyle(element).color), background), background);
}

/** The contrast ratio of an element to its surroundings: of its background or of its border, whichever is higher. */
export function edgeContrast(element: HTMLElement): number {
  const outerBackground = backgroundOf(element.parentElement ?? element);
  const { borderTopColor, borderTopWidth } = getComputedStyle(element);
  const border =
    borderTopWidth === '0px' ? 1 : ratio(blend(readColour(borderTopColor), outerBackground), outerBackground);
  return Math.max(border, ratio(backgroundOf(element), outerBackground));
}

/** The contrast ratio of an element's outline, such as a focus ring, to its surroundings. */
export function outlineContrast(element: HTMLElement): number {
  const outerBackground = backgroundOf(element.parentElement ?? element);
  return ratio(blend(readColour(getComputedStyle(element).outlineColor), outerBackground), outerBackground);
}
