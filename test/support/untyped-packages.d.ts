declare module 'whatwg-fetch' {
  export const fetch: typeof globalThis.fetch;
}

declare module 'jsdom' {
  export class VirtualConsole {
    on(type: 'jsdomError', listener: (error: Error) => void): void;
  }
  export class JSDOM {
    constructor(markup: string, options: { url: string; virtualConsole: VirtualConsole });
    readonly window: Window;
  }
}
