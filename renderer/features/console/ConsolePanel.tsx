import type { ReactElement } from 'react';

/** ConsolePanel. */
export function ConsolePanel(): ReactElement {
  return <div />;
}
