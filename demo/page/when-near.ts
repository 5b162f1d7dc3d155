/** How far below the window a part of the page still counts as near. */
const MARGIN = '400px';

/** Runs once, when a part of the page is about to be seen. What comes late costs nothing while the button starts. */
export function whenNear(part: Element, run: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      run();
    },
    { rootMargin: MARGIN },
  );
  observer.observe(part);
}
