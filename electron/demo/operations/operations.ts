import { createItem } from './createItem.ts';
import { findItem } from './findItem.ts';
import { getFolder } from './getFolder.ts';
import { getItem } from './getItem.ts';
import { copyItem, moveItem } from './moveItem.ts';
import type { Operation } from './operation.ts';

/** Every operation this server offers. A new one is one file and its name here. */
export const operations: readonly Operation[] = [copyItem, createItem, findItem, getFolder, getItem, moveItem];

const byName = new Map(operations.map((operation) => [operation.name, operation]));

/** The operation of a request element, or undefined. */
export function operationNamed(name: string): Operation | undefined {
  return byName.get(name);
}
