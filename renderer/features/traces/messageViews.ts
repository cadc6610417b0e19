/** The halves of a pair. */
export type Side = 'Request' | 'Response';

/** The ways to look at a message, in the order of their keys Alt+1 to Alt+4. */
export const messageViews = ['summary', 'body', 'headers', 'raw'] as const;
export type MessageViewName = (typeof messageViews)[number];

/** How each half is looked at. */
export type ShownViews = Readonly<Record<Side, MessageViewName>>;

/** The way that a key press asks for, or undefined. The place of the key counts: with Alt held it may type another character. */
export const viewOfKey = ({ altKey, code }: { readonly altKey: boolean; readonly code: string }): MessageViewName | undefined => (altKey ? messageViews[Number(/^Digit(\d)$/.exec(code)?.[1]) - 1] : undefined);
