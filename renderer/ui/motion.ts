/** Whether the system asks for less motion. */
export const motionIsReduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
