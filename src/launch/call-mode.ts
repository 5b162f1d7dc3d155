/** How the element may open the call, as the page sets it. */
export type Mode = 'auto' | 'popup' | 'iframe' | 'redirect' | 'host';
/** How a call is really opened, once `auto` is decided. */
export type CallMode = Exclude<Mode, 'auto'>;

export const MODES: readonly Mode[] = ['auto', 'popup', 'iframe', 'redirect', 'host'];

/**
 * Decides `auto`: a popup window, but the same tab where a second window would be lost or would replace the page: in an
 * installed (standalone) app and in a native shell's WebView, known by the bridge object it puts on the page.
 */
export function callMode(mode: Mode, page: Window = window): CallMode {
  if (mode !== 'auto') return mode;
  const standalone = page.matchMedia('(display-mode: standalone), (display-mode: fullscreen)').matches;
  return standalone || hasNativeBridge(page) ? 'redirect' : 'popup';
}

function hasNativeBridge(page: object): boolean {
  if ('ReactNativeWebView' in page || 'flutter_inappwebview' in page) return true;
  const webkit = 'webkit' in page ? page.webkit : undefined;
  return typeof webkit === 'object' && webkit !== null && 'messageHandlers' in webkit;
}
