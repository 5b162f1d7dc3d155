/** Opens the system's share sheet; must run in the customer's gesture. False when none opened; true also when it was closed unused. */
export async function shareLink(
  text: string,
  link: string,
  browser: Pick<Navigator, 'share'> = navigator,
): Promise<boolean> {
  try {
    await browser.share({ text, url: link });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}
