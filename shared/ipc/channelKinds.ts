import type { Channel, Contract } from './channel.ts';

/** The contract's names and kinds, without schemas: all that preload needs. */
export type ChannelKinds = Readonly<Record<string, Readonly<Record<string, Channel['kind']>>>>;

/** Main hands the kinds to preload in this argument, so that the sandboxed script carries no schemas. */
export const channelKindsArgument = '--studio-channels=';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function isChannelKinds(value: unknown): value is ChannelKinds {
  return (
    isObject(value) && Object.values(value).every((names) => isObject(names) && Object.values(names).every((kind) => kind === 'call' || kind === 'stream'))
  );
}

/** Reads the argument. Throws for what main did not write. */
export function channelKindsIn(argument: string): ChannelKinds {
  const kinds: unknown = JSON.parse(argument);
  if (!isChannelKinds(kinds)) throw new TypeError('The window was opened without its channels.');
  return kinds;
}

/** The names and kinds of a contract. */
export function channelKindsOf(contract: Contract): ChannelKinds {
  const kinds = (channels: Contract[string]): ChannelKinds[string] =>
    Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, channel.kind]));
  return Object.fromEntries(Object.entries(contract).map(([domain, channels]) => [domain, kinds(channels)]));
}
