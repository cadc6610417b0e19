/** Names of the colors of the app, by meaning. Their values, one set for each mode, are in `app/colorTokens.ts`. */
export const colorNames = [
  'rail',
  'panel',
  'surface',
  'canvas',
  'raised',
  'hover',
  'selected',
  'border',
  'controlBorder',
  'text',
  'textMuted',
  'accent',
  'accentHover',
  'onAccent',
  'accentSoft',
  'focus',
  'success',
  'successSoft',
  'warning',
  'warningSoft',
  'error',
  'errorSoft',
  'information',
  'informationSoft',
  'paused',
  'pausedSoft',
  'effectReads',
  'effectChanges',
  'effectSends',
  'effectDeletes',
  'xmlPrefix',
  'xmlTag',
  'xmlAttribute',
  'xmlValue',
  'xmlComment',
  'searchMatch',
  'shadow',
  'backdrop',
] as const;
export type ColorName = (typeof colorNames)[number];

/** A color of the current mode, for style properties that take CSS. In `sx`, `studio.name` says the same. */
export const color = (name: ColorName): string => `var(--mui-palette-studio-${name})`;

/** Fonts of text that is read letter by letter: XML, identifiers, addresses. */
export const monospace = "'JetBrains Mono', ui-monospace, 'Cascadia Mono', Consolas, monospace";
