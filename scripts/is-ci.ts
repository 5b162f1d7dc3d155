/** Whether this is a continuous integration run, which may lack nothing: most services set `CI=true`. */
export const isCI = (): boolean => ![undefined, '', '0', 'false'].includes(process.env.CI);
