// What the type files hold at run time, so that a plain import of one works too.
export {};
