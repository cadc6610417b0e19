import type { Problem } from '../../shared/runbook/problems.ts';
import type { Stores } from '../stores/stores.ts';
import { windowSizes } from '../ui/windowSizes.ts';

/** Shows where a problem of a runbook is mended. What covers the editor makes way. */
export function showProblem({ layout, editor }: Pick<Stores, 'layout' | 'editor'>, key: string, { activity, link, field }: Problem): void {
  const { toggle } = layout.getState();
  if (window.matchMedia(windowSizes.low).matches) toggle('bottomOpen', false);
  if (window.matchMedia(windowSizes.small).matches) toggle('sideBarOpen', false);
  toggle('propertyPanelOpen', true);
  editor.getState().reveal(key, { activities: activity === undefined ? [] : [activity], ...(link === undefined ? {} : { link }) }, field);
}
