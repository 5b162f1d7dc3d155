import { ofKind, type Settings } from './settings.js';

/** Texts by group and name, as the property `messages` takes them. */
export type ChosenMessages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The chosen texts; null without any. The path `actions.start` is the member `start` of the group `actions`. */
export function messagesOf(settings: Settings): ChosenMessages | null {
  const groups: Record<string, Record<string, string>> = {};
  for (const [path, value] of ofKind(settings, 'text')) {
    const [group = '', name = ''] = path.split('.');
    groups[group] = { ...groups[group], [name]: value };
  }
  return Object.keys(groups).length > 0 ? groups : null;
}
