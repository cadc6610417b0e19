/**
 * Names of delegation states: Exchange's own, which do not say what they mean, and those that Microsoft's client library shows for them
 * (TaskDelegationState, EWS Managed API).
 */
const names: readonly (readonly [wire: string, shown: string])[] = [
  ['NoMatch', 'NoDelegation'],
  ['OwnNew', 'Unknown'],
  ['Owned', 'Accepted'],
  ['Accepted', 'Declined'],
  ['Declined', 'Declined'],
  ['Max', 'Unknown'],
];

/** The name that is published for Exchange's. */
export const shownDelegation = (wire: string): string => names.find(([name]) => name === wire)?.[1] ?? wire;

/** Exchange's names that are published under this one. */
export const wireDelegations = (shown: string): readonly string[] => names.filter(([, name]) => name === shown).map(([wire]) => wire);
