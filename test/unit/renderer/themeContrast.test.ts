import { describe, expect, it } from 'vitest';
import { colorTokens, type Tokens } from '../../../renderer/app/colorTokens.ts';
import type { ColorName } from '../../../renderer/ui/color.ts';

/** Relative luminance of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(tokens: Tokens, first: ColorName, second: ColorName): number {
  const [a, b] = [luminance(tokens[first]), luminance(tokens[second])];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const backgrounds: readonly ColorName[] = ['rail', 'panel', 'surface', 'canvas', 'raised'];
const texts: readonly ColorName[] = ['text', 'textMuted', 'accent', 'success', 'warning', 'error', 'information', 'paused', 'effectReads', 'effectChanges', 'effectSends', 'effectDeletes'];
const xml: readonly ColorName[] = ['xmlPrefix', 'xmlTag', 'xmlAttribute', 'xmlValue', 'xmlComment'];
const pair = (a: ColorName, b: ColorName): readonly [ColorName, ColorName] => [a, b];

/** Every pair of text and background that the screens use: at least 4.5:1. */
const readable = [
  ...texts.flatMap((text) => backgrounds.map((background) => pair(text, background))),
  ...xml.map((text) => pair(text, 'surface')),
  ...(['hover', 'selected', 'accentSoft', 'searchMatch'] as const).map((background) => pair('text', background)),
  ...(['hover', 'selected'] as const).map((background) => pair('textMuted', background)),
  pair('accent', 'accentSoft'),
  pair('success', 'successSoft'),
  pair('warning', 'warningSoft'),
  pair('error', 'errorSoft'),
  pair('information', 'informationSoft'),
  pair('paused', 'pausedSoft'),
  pair('text', 'successSoft'),
  pair('text', 'warningSoft'),
  pair('text', 'errorSoft'),
  pair('text', 'informationSoft'),
  pair('onAccent', 'accent'),
  pair('onAccent', 'accentHover'),
  pair('onAccent', 'error'),
];

/** Borders of controls and the focus ring: at least 3:1. */
const visible = (['controlBorder', 'focus'] as const).flatMap((line) => backgrounds.map((background) => pair(line, background)));

describe.each(Object.entries(colorTokens))('the colors of %s', (_mode, tokens) => {
  it.each(readable)('%s on %s can be read', (text, background) => {
    expect(contrast(tokens, text, background)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(visible)('%s on %s can be seen', (line, background) => {
    expect(contrast(tokens, line, background)).toBeGreaterThanOrEqual(3);
  });
});
