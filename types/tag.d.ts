import type { EnkashVkycButton, VkycEventMap } from '../dist/index.js';

/** The settings that have an attribute. */
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
  | 'handoff'
  | 'compact';

/** The settings that can only be set as properties. */
type ScriptSetting = 'statusPhases' | 'renewSession' | 'messages';

/** Converts to kebab case: `sessionEndpoint` to `session-endpoint`. */
type Dashed<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `-${Lowercase<Letter>}`}${Dashed<Rest>}`
  : Name;

/** The attribute values of a setting. A boolean may also be a string, since the value `false` is false. */
type AsText<Value> =
  Extract<Value, string | number | boolean> | (boolean extends Value ? '' | 'true' | 'false' : never);

/** Every setting that has an attribute, by the attribute's name. */
export type TagAttributes = {
  [Name in MarkupSetting as Dashed<Name>]?: AsText<EnkashVkycButton[Name]> | undefined;
};

/** Every setting, by its property's name. */
export type TagProperties = {
  [Name in MarkupSetting | ScriptSetting]?: EnkashVkycButton[Name] | undefined;
};

/** Every setting, by either name. If both are the same, the type is that of the property, which frameworks set. */
export type TagSettings = TagProperties & Omit<TagAttributes, keyof TagProperties>;

/** A listener for each event, by its name with the framework's prefix. */
export type TagListeners<Prefix extends string> = {
  [Type in keyof VkycEventMap as `${Prefix}${Type}`]?: ((event: VkycEventMap[Type]) => void) | undefined;
};
