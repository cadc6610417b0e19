import type { ReactElement } from 'react';

/** PropertyPanel. */
export function PropertyPanel(): ReactElement {
  return <div />;
}
