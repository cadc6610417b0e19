import type { Registry } from '../../shared/activities/registry.ts';
import type { Stores } from '../stores/stores.ts';
import type { CommandBindings } from './commandBindings.ts';

/** What the commands of the menu Run do. */
export function runCommands(_stores: Stores, _registry: Registry): CommandBindings {
  return {};
}
