import type { Connection } from '../../../shared/connections/connection.ts';
import type { ConnectionUse } from '../../../shared/connections/draft.ts';
import type { LastCheck } from '../../stores/connections.ts';

/** Where a configuration finds its server: the host of its address, or Autodiscover. */
export function serverOf({ serverAddress, useAutodiscover }: Connection): string {
  if (serverAddress === '') return useAutodiscover ? 'Autodiscover' : '';
  return URL.canParse(serverAddress) ? new URL(serverAddress).host : serverAddress;
}

/** The type in short: the item type where there is one. */
export function typeOf({ type, itemType }: Pick<Connection, 'type' | 'itemType'>): string {
  if (type === 'Exchange Configuration') return 'Exchange';
  return itemType ?? 'Item Activity';
}

/** How long ago something was, in words. */
export function ago(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return minutes === 1 ? '1 minute ago' : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  return hours === 1 ? '1 hour ago' : `${hours} hours ago`;
}

/** The last test in words: when it passed, or what went wrong. */
export function lastCheckOf(check: LastCheck | undefined, now: number): string {
  if (check === undefined) return 'Not tested';
  return check.ok ? `Passed ${ago(now - check.at)}` : (check.what ?? 'Failed');
}

/** How many activities use a configuration. */
export function usedBy(uses: readonly ConnectionUse[] | undefined): string {
  const count = uses?.length ?? 0;
  if (count === 0) return 'Not used';
  return count === 1 ? '1 activity' : `${count} activities`;
}
