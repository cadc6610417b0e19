import type { HelpTopic } from '../stores/layout.ts';

/** Parts of the window, innermost first, with what they are about. */
const topics: readonly (readonly [selector: string, topic: HelpTopic])[] = [
  ['[aria-label="Settings page"]', 'settings'],
  ['[role="application"], [role="toolbar"]', 'canvas'],
  ['[aria-label="Properties"]', 'properties'],
  ['[role="tree"][aria-label="Runbooks"]', 'runbooks'],
  ['[aria-label="Traces"][role="tabpanel"]', 'traces'],
  ['[aria-label="Problems"][role="tabpanel"]', 'problems'],
  ['[aria-label="Console"][role="tabpanel"]', 'console'],
];

/** What the element that has the focus is about. */
export function helpTopicOf(element: Element | null): HelpTopic {
  return topics.find(([selector]) => element?.closest(selector) !== null && element !== null)?.[1] ?? 'window';
}
