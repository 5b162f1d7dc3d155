import type { CustomElementDeclaration } from 'custom-elements-manifest';

const camelCased = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const intrinsic = (module: string) =>
  `import type { JSX } from '${module}'; type Props = JSX.IntrinsicElements['enkash-vkyc-button'];`;

interface Framework {
  /** Source that declares `Props`, the props that the framework's types allow on the tag. */
  readonly props: string;
  /** The framework's prop name for the listener of an event. */
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

/** Creates a source per framework that compiles only if each attribute, property and event has a type other than `any`. */
export function createFrameworkSources({
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
