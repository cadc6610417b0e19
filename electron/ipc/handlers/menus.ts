import type { AppHandlers } from '../../../shared/ipc/contract.ts';
import type { Desktop } from '../desktop.ts';

/** Native context menus. */
export function menuHandlers({ desktop }: { readonly desktop: Desktop }): AppHandlers['menus'] {
  return { popUp: (menu) => desktop.popUpMenu(menu) };
}
