/** Shows `state` and `phase` to style sheets: as attributes, and as custom states where the browser knows them. */
export function reflectState(
  element: { setAttribute(name: string, value: string): void },
  { states }: ElementInternals,
  state: string,
  phase: string,
): void {
  element.setAttribute('state', state);
  element.setAttribute('phase', phase);
  try {
    states.clear();
    // Chromium's `add` gives nothing back to chain on.
    states.add(state);
    states.add(phase);
  } catch {
    // Chromium before 125 knows only names with two dashes; the attributes say the same.
  }
}
