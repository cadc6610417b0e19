import { useMediaQuery } from '@mui/material';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../stores/stores.ts';
import { windowSizes } from '../ui/windowSizes.ts';

/**
 * Windows with little room. Larger text makes a window smaller in CSS pixels: at 200 % the smallest one, 1024 x 640, has
 * 512 x 320 of them. Side bar and properties then lie over the editor, and the bottom panel takes its place.
 */

/** Style of what is left out where there is little room in either direction. */
export const unlessCramped = { [`@media ${windowSizes.small}, ${windowSizes.low}`]: { display: 'none' } } as const;

export interface Room {
  /** The properties lie over the canvas. */
  readonly narrow: boolean;
  /** So does the side bar. */
  readonly small: boolean;
  /** The bottom panel takes the place of the editor while it is open. */
  readonly low: boolean;
}

/** How much room the window has now. What would cover the editor is closed at first, and when another tab comes to the front. */
export function useRoom(): Room {
  const { layout } = useStores();
  const narrow = useMediaQuery(windowSizes.narrow);
  const small = useMediaQuery(windowSizes.small);
  const low = useMediaQuery(windowSizes.low);
  const activeTab = useStore(layout, (state) => state.activeTab);
  useEffect(() => {
    const { sideBarOpen, toggle } = layout.getState();
    if (!small) return undefined;
    toggle('sideBarOpen', false);
    return () => toggle('sideBarOpen', sideBarOpen);
  }, [small, layout]);
  useEffect(() => {
    const { toggle } = layout.getState();
    if (small) toggle('sideBarOpen', false);
    if (low) toggle('bottomOpen', false);
  }, [small, low, activeTab, layout]);
  return { narrow, small, low };
}
