/** Anchor name (CSS anchor positioning) of the room that the canvas has below its bars: where the properties lie over it, they cover no more than that. */
export const canvasArea = '--studio-canvas-area';
