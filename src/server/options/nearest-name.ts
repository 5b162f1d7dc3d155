/** The name of a list that needs the fewest changed, added or removed letters to become `name`, or that contains it. */
export function nearestName(name: string, names: readonly string[]): string {
  const wanted = name.slice(0, 64).toLowerCase();
  const distances = names.map((candidate) => {
    const known = candidate.toLowerCase();
    return known.includes(wanted) ? 1 : editDistance(wanted, known);
  });
  return names[distances.indexOf(Math.min(...distances))] ?? '';
}

/** The Levenshtein distance of two texts. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 0; index < from.length; index += 1) {
    const next = [index + 1];
    for (let column = 0; column < to.length; column += 1) {
      const replaced = (row[column] ?? 0) + (from[index] === to[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
