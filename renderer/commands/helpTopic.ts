import type { HelpRequest, HelpTopic } from '../stores/layout.ts';

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
function helpTopicOf(element: Element | null): HelpTopic {
  return topics.find(([selector]) => element?.closest(selector) !== null && element !== null)?.[1] ?? 'window';
}

/** The help for the element that has the focus: of its field, where it is one that says what it is for, and of the part around it. */
export function helpOf(element: Element | null): HelpRequest {
  const topic = helpTopicOf(element);
  const { field, fieldHelp = '' } = element?.closest<HTMLElement>('[data-field-help]')?.dataset ?? {};
  const { activity, documentation } = element?.closest<HTMLElement>('[data-documentation]')?.dataset ?? {};
  return {
    topic,
    ...(field === undefined || fieldHelp === '' ? {} : { field: { label: field, help: fieldHelp } }),
    ...(activity === undefined || documentation === undefined ? {} : { activity: { title: activity, documentation } }),
  };
}
