/** The window of a frame, with built-in objects of its own. */
function otherPage(): Window & typeof globalThis {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  frame.remove();
  if (!view) throw new Error('The frame has no window.');
  return view;
}

/** Values that no setting expects, by name. Each call creates fresh ones, as some of them can be used only once. */
export function anyValues(): Readonly<Record<string, unknown>> {
  const cyclicList: unknown[] = ['2026-11-24'];
  cyclicList.push(cyclicList);
  const cyclicObject: Record<string, unknown> = {};
  cyclicObject['self'] = cyclicObject;
  const fail = () => {
    throw new Error('The page’s own object throws.');
  };
  const throwing = {
    get: fail,
    has: fail,
    ownKeys: fail,
    getPrototypeOf: fail,
    getOwnPropertyDescriptor: fail,
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const revokedList = Proxy.revocable([], {});
  revokedList.revoke();
  return {
    'a number': 42,
    'a negative number': -1,
    NaN: NaN,
    Infinity: Infinity,
    'a bigint': 1n,
    'a symbol': Symbol('setting'),
    'a boolean': true,
    'an object': { any: 'member' },
    'a cyclic object': cyclicObject,
    'an object without a prototype': Object.create(null) as object,
    'an object whose text throws': {
      toString: fail,
      valueOf: fail,
      toJSON: fail,
      [Symbol.toPrimitive]: fail,
    },
    'an object whose members throw': Object.defineProperty({}, 'callTitle', { get: fail, enumerable: true }),
    'an object of another type': new Date(NaN),
    'a frozen object': Object.freeze({ start: Object.freeze([]) }),
    'an empty list': [],
    'a list of values': [1n, Symbol('entry'), null, {}, [], NaN, fail],
    'a cyclic list': cyclicList,
    'a list whose entries throw': Object.defineProperty(['2026-11-24'], 0, { get: fail }),
    'a proxy that throws': new Proxy({}, throwing),
    'a list proxy that throws': new Proxy([], throwing),
    'a revoked proxy': revoked.proxy,
    'a revoked list proxy': revokedList.proxy,
    'a function that throws': fail,
    'a class': class Setting {
      readonly any = 'member';
    },
    'a promise that rejects': { then: fail },
    'a map': new Map([['VKYC_DONE', 'verified']]),
    'an element': document.createElement('div'),
    'a typed array of bigints': new BigInt64Array(2),
    'all elements of the page': Reflect.get(document, 'all'),
    'a function proxy that throws': new Proxy(fail, { ...throwing, apply: fail, construct: fail }),
    'an iterable that throws': { length: 1, [Symbol.iterator]: fail },
    'a list of another page': otherPage().eval('[{}, Symbol(), 1n, document.all]') as unknown,
    'an object of another page': otherPage().eval('({ toString() { throw this }, then: 1 })') as unknown,
    window,
  };
}
