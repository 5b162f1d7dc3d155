import type { EnkashVkycButton, VkycEventMap } from '../dist/index.js';

/** The settings that markup can give, as attributes. */
type MarkupSetting =
  | 'sessionEndpoint'
  | 'mode'
  | 'frameOrigins'
  | 'workingHours'
  | 'workingDays'
  | 'holidays'
  | 'lastEntry'
  | 'allowedLinkHosts'
  | 'credentials'
  | 'theme'
  | 'disabled'
  | 'handoff';

/** The settings that only script can give. */
type ScriptSetting = 'statusPhases' | 'renewSession' | 'messages';

/** `sessionEndpoint` as an attribute is `session-endpoint`. */
type Dashed<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `-${Lowercase<Letter>}`}${Dashed<Rest>}`
  : Name;

/** What an attribute can hold of a value; a boolean as its text, as the text `false` is false. */
type AsText<Value> =
  Extract<Value, string | number | boolean> | (boolean extends Value ? '' | 'true' | 'false' : never);

/** Every setting that markup can give, as an attribute. */
export type TagAttributes = {
  [Name in MarkupSetting as Dashed<Name>]?: AsText<EnkashVkycButton[Name]> | undefined;
};

/** Every setting as a property. */
export type TagProperties = {
  [Name in MarkupSetting | ScriptSetting]?: EnkashVkycButton[Name] | undefined;
};

/** Every setting, by either name. What is the same word as both counts as the property, which frameworks set. */
export type TagSettings = TagProperties & Omit<TagAttributes, keyof TagProperties>;

/** A listener for each event, under its name with a framework's prefix before it. */
export type TagListeners<Prefix extends string> = {
  [Type in keyof VkycEventMap as `${Prefix}${Type}`]?: ((event: VkycEventMap[Type]) => void) | undefined;
};
