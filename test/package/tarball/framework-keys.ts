import type { CustomElementDeclaration } from 'custom-elements-manifest';

const camelCased = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const intrinsic = (module: string) =>
  `import type { JSX } from '${module}'; type Props = JSX.IntrinsicElements['enkash-vkyc-button'];`;

interface Framework {
  /** Gives `Props`, what the framework's compiler lets the tag have. */
  readonly props: string;
  /** What the framework calls the listener of an event. */
  readonly listener: (event: string) => string;
}

const FRAMEWORKS: Readonly<Record<string, Framework>> = {
  react: { props: intrinsic('react'), listener: (event) => `on${event}` },
  preact: { props: intrinsic('preact'), listener: (event) => `on${event}` },
  solid: { props: intrinsic('solid-js'), listener: (event) => `on:${event}` },
  vue: { props: intrinsic('vue/jsx-runtime'), listener: (event) => camelCased(`on-${event}`) },
  svelte: {
    props: `import type { SvelteHTMLElements } from 'svelte/elements'; type Props = SvelteHTMLElements['enkash-vkyc-button'];`,
    listener: (event) => `on${event}`,
  },
};

/** A source for each framework that compiles only if each attribute, property and event has a type, and none is `any`. */
export function sourcesThatAskForAll({
  attributes = [],
  members = [],
  events = [],
}: CustomElementDeclaration): Record<string, string> {
  const properties = members.filter((member) => member.kind === 'field' && !member.readonly);
  const settings = [...attributes, ...properties].map(({ name }) => name);
  return Object.fromEntries(
    Object.entries(FRAMEWORKS).map(([framework, { props, listener }]) => [
      `all-${framework}.ts`,
      [
        `import type {} from 'enkash-vkyc-button/types/${framework}';`,
        props,
        'type IsAny<Type> = 0 extends 1 & Type ? true : false;',
        ...[...settings, ...events.map(({ name }) => listener(name))].map(
          (key) => `false satisfies IsAny<Props['${key}']>;`,
        ),
      ].join('\n'),
    ]),
  );
}
