/** Puts a link into the clipboard; must run in the customer's gesture. False when the browser does not let the page. */
export async function copyLink(
  link: string,
  browser: Pick<Navigator, 'clipboard'> = navigator,
): Promise<boolean> {
  try {
    await browser.clipboard.writeText(link);
    return true;
  } catch {
    // Not allowed here, or (on an insecure page) no clipboard at all.
    return false;
  }
}
