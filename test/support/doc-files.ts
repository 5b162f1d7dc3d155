/** A file that a page tells its readers to save. */
export interface DocFile {
  readonly path: string;
  readonly code: string;
}

/** The files of a page: each code block after a paragraph that begins with "Save this as `path`". */
export const docFiles = (page: string): readonly DocFile[] =>
  [...page.matchAll(/^Save this as `([^`]+)`(?:(?!\n\n)[\s\S])*\n\n```\w+\n([\s\S]*?)^```$/gm)].map(
    ([, path = '', code = '']) => ({ path, code }),
  );
