import type { Screen } from './screen.ts';

export const pictureModes = ['light', 'dark', 'high-contrast'] as const;
export type PictureMode = (typeof pictureModes)[number];

/** Sizes of the window in which pictures are taken, in pixels; the suffix stands in their names. */
export const pictureSizes = [
  { width: 1600, height: 1000, suffix: '' },
  { width: 1024, height: 640, suffix: '-small' },
] as const;

/** The file of a picture in `docs/pictures`. */
export const pictureName = (screen: string, mode: PictureMode, suffix: string): string => `${screen}-${mode}${suffix}.png`;

const words: Readonly<Record<PictureMode, string>> = { light: 'Light', dark: 'Dark', 'high-contrast': 'High contrast' };

function screenPart({ name, shows }: Screen): string {
  const row = ({ width, height, suffix }: (typeof pictureSizes)[number]): string =>
    `| ${width} × ${height} | ${pictureModes.map((mode) => `![${shows.replaceAll('|', '\\|')} ${words[mode]}.](pictures/${pictureName(name, mode, suffix)})`).join(' | ')} |`;
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
  return [`## ${title}`, '', shows, '', `| | ${pictureModes.map((mode) => words[mode]).join(' | ')} |`, `| --- |${' --- |'.repeat(pictureModes.length)}`, ...pictureSizes.map(row), ''].join('\n');
}

/** The page with the pictures of all screens. */
export function screensPage(screens: readonly Screen[]): string {
  return [
    '# Screens',
    '',
    'Every screen of the app, in the order in which the tests of accessibility and of text size visit them. All data is made up; it comes from the demo server.',
    'Generated from the same list as those tests: `npm run docs` writes this page, `npm run docs -- --pictures` takes the pictures too.',
    '',
    ...screens.map(screenPart),
  ].join('\n');
}
