/**
 * Makes a failing list smaller, one item after another, as long as it still fails.
 *
 * @param fails whether a shorter list fails too
 * @returns a list that fails, of which no single item can be left out
 */
export async function minimise<T>(
  items: readonly T[],
  fails: (shorter: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let smallest = items;
  for (let at = smallest.length - 1; at >= 0; at--) {
    const shorter = smallest.filter((_, index) => index !== at);
    if (await fails(shorter)) smallest = shorter;
  }
  return smallest;
}
