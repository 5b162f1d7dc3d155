/** A way to get the link to the customer's phone, beside the code. */
export type HandoffWay = 'copy' | 'share' | 'sms' | 'email';

/**
 * The ways that this browser has. Inside another app (`inApp`) there are no messages: its WebView may show an error in
 * place of the page when it is sent to one.
 */
export function handoffWays(
  inApp: boolean,
  browser: Partial<Pick<Navigator, 'canShare'>> = navigator,
): readonly HandoffWay[] {
  const ways: HandoffWay[] = ['copy'];
  if (browser.canShare?.({ text: 'x', url: 'https://example.com/' })) ways.push('share');
  if (!inApp) ways.push('sms', 'email');
  return ways;
}
