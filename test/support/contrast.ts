/** Red, green and blue from 0 to 255, and how opaque from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Reads any colour that CSS can write, as the browser itself paints it. */
function readColour(css: string): Colour {
  if (!context) throw new Error('This browser draws on no canvas.');
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/** One colour laid over an opaque one. */
function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
  const mix = (upper: number, lower: number) => upper * alpha + lower * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

/** What is painted behind the content of an element: all backgrounds from the page's up to its own. */
function behind(element: Element): Colour {
  const around = element.assignedSlot ?? element.parentNode;
  const parent = around instanceof ShadowRoot ? around.host : around;
  const below: Colour = parent instanceof Element ? behind(parent) : [255, 255, 255, 1];
  return over(readColour(getComputedStyle(element).backgroundColor), below);
}

/** Relative luminance, as WCAG defines it. */
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

/** The contrast of an element's text with what is behind it, as WCAG counts it: 1 to 21. */
export function textContrast(element: Element): number {
  const ground = behind(element);
  return ratio(over(readColour(getComputedStyle(element).color), ground), ground);
}

/** The contrast of an element's edge with what is around it: of its surface, or of its border where that is stronger. */
export function edgeContrast(element: HTMLElement): number {
  const around = behind(element.parentElement ?? element);
  const { borderTopColor, borderTopWidth } = getComputedStyle(element);
  const border = borderTopWidth === '0px' ? 1 : ratio(over(readColour(borderTopColor), around), around);
  return Math.max(border, ratio(behind(element), around));
}

/** The contrast of an element's outline, such as a focus ring, with what is around the element. */
export function outlineContrast(element: HTMLElement): number {
  const around = behind(element.parentElement ?? element);
  return ratio(over(readColour(getComputedStyle(element).outlineColor), around), around);
}
