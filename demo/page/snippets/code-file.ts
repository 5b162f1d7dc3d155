/** The languages of the snippets, by which they are coloured. */
export type CodeLanguage =
  'xml' | 'css' | 'javascript' | 'typescript' | 'bash' | 'python' | 'php' | 'java' | 'go';

/** One file of a snippet. */
export interface CodeFile {
  readonly name: string;
  readonly language: CodeLanguage;
  readonly code: string;
}
