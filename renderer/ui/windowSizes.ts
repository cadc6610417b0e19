/** Media queries of windows with little room: where the properties lie over the canvas, where the side bar does so too, and where the bottom panel takes the place of the editor. */
export const windowSizes = { narrow: '(max-width: 1199.95px)', small: '(max-width: 759.95px)', low: '(max-height: 479.95px)' } as const;
