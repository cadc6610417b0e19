import type { Channel, Contract } from './channel.ts';

/** The contract's names and kinds, without schemas: all that preload needs. The build writes them into it. */
export type ChannelKinds = Readonly<Record<string, Readonly<Record<string, Channel['kind']>>>>;

/** The names and kinds of a contract. */
export function channelKindsOf(contract: Contract): ChannelKinds {
  const kinds = (channels: Contract[string]): ChannelKinds[string] =>
    Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, channel.kind]));
  return Object.fromEntries(Object.entries(contract).map(([domain, channels]) => [domain, kinds(channels)]));
}
