/** The modules of src/, lowest layer first, each with the modules that it may import from. */
export declare const LAYERS: Readonly<Record<string, readonly string[]>>;
