// The runtime module of the type files, so that a plain import of one works too.
export {};
