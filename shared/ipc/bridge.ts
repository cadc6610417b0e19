import type { ChannelKinds } from './channelKinds.ts';

/**
 * What preload offers the page. The bridge between their two worlds copies every value that crosses it, property by property, which
 * for the events of a run took more time than everything else the window did with them: so the port of a stream goes to the page
 * itself, in a message of the page to itself that names the stream.
 */
export interface Bridge {
  readonly kinds: ChannelKinds;
  /** Calls a channel; answers the envelope that main's door makes. */
  call(domain: string, name: string, input: unknown): Promise<unknown>;
  /** Opens a stream under an id that the page makes; a message `{ stream: id }` brings its port. */
  open(stream: string, domain: string, name: string, input: unknown): void;
}
