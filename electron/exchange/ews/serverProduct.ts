import type { ServerVersion } from './soap.ts';

/** From this build on, version 15.2 is called Subscription Edition. */
const firstSubscriptionBuild = 2562;

/** Name of the product behind a build. https://learn.microsoft.com/exchange/new-features/build-numbers-and-release-dates */
export function productOf({ major, minor, build }: ServerVersion): string {
  if (major === 15 && minor === 20) return 'Exchange Online';
  if (major === 15 && minor === 2) return build >= firstSubscriptionBuild ? 'Exchange Server Subscription Edition' : 'Exchange Server 2019';
  if (major === 15 && minor === 1) return 'Exchange Server 2016';
  if (major === 15 && minor === 0) return 'Exchange Server 2013';
  return major === 14 ? 'Exchange Server 2010' : 'Exchange';
}

/** The build as administrators write it. */
export const buildOf = ({ major, minor, build, revision }: ServerVersion): string => [major, minor, build, revision].join('.');
