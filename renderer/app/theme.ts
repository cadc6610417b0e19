import { createTheme, type PaletteOptions } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';
import type { ColorName } from '../ui/color.ts';
import { componentStyles } from './componentStyles.ts';

/** The values of all colors in one mode. */
export type Tokens = Readonly<Record<ColorName, string>>;

declare module '@mui/material/styles' {
  interface Palette {
    readonly studio: Tokens;
  }
  interface PaletteOptions {
    readonly studio?: Tokens;
  }
  interface ColorSchemeOverrides {
    highContrast: true;
  }
}

const light: Tokens = {
  rail: '#e9edf1',
  panel: '#f6f8fa',
  surface: '#ffffff',
  canvas: '#f1f4f7',
  raised: '#ffffff',
  hover: '#e8ecf0',
  selected: '#d9edf1',
  border: '#d9dfe5',
  controlBorder: '#7c8897',
  text: '#17202a',
  textMuted: '#4f5b69',
  accent: '#0a6a80',
  accentHover: '#085466',
  onAccent: '#ffffff',
  accentSoft: '#dff0f3',
  focus: '#0a6a80',
  success: '#17703f',
  successSoft: '#e3f3e9',
  warning: '#8a5000',
  warningSoft: '#fcefd8',
  error: '#b3261e',
  errorSoft: '#fceceb',
  information: '#1d5fa8',
  informationSoft: '#e6f0fa',
  paused: '#6941b5',
  pausedSoft: '#eee8fa',
  effectReads: '#4f5b69',
  effectChanges: '#1d5fa8',
  effectSends: '#6941b5',
  effectDeletes: '#b3261e',
  xmlPrefix: '#626e7c',
  xmlTag: '#0a6a80',
  xmlAttribute: '#8a5000',
  xmlValue: '#17703f',
  xmlComment: '#5a6673',
  searchMatch: '#ffe6a3',
  shadow: 'rgba(20, 32, 44, 0.18)',
  backdrop: 'rgba(20, 28, 36, 0.38)',
};

const dark: Tokens = {
  rail: '#11151a',
  panel: '#171c22',
  surface: '#1b2128',
  canvas: '#14191f',
  raised: '#222932',
  hover: '#29323c',
  selected: '#17404b',
  border: '#2e3741',
  controlBorder: '#768494',
  text: '#e6ebf0',
  textMuted: '#a9b4c0',
  accent: '#4fc4d8',
  accentHover: '#7dd6e5',
  onAccent: '#04232b',
  accentSoft: '#143842',
  focus: '#4fc4d8',
  success: '#62cd92',
  successSoft: '#173626',
  warning: '#ecbb5c',
  warningSoft: '#3b2e14',
  error: '#f6958d',
  errorSoft: '#452322',
  information: '#8abcf7',
  informationSoft: '#1b3048',
  paused: '#c1a9f5',
  pausedSoft: '#30274a',
  effectReads: '#a9b4c0',
  effectChanges: '#8abcf7',
  effectSends: '#c1a9f5',
  effectDeletes: '#f6958d',
  xmlPrefix: '#8f9cab',
  xmlTag: '#4fc4d8',
  xmlAttribute: '#ecbb5c',
  xmlValue: '#8fd9ad',
  xmlComment: '#a0acb9',
  searchMatch: '#5c4a12',
  shadow: 'rgba(0, 0, 0, 0.55)',
  backdrop: 'rgba(0, 0, 0, 0.55)',
};

const highContrast: Tokens = {
  rail: '#000000',
  panel: '#000000',
  surface: '#000000',
  canvas: '#000000',
  raised: '#000000',
  hover: '#2b2b2b',
  selected: '#00394a',
  border: '#c9c9c9',
  controlBorder: '#ffffff',
  text: '#ffffff',
  textMuted: '#e8e8e8',
  accent: '#52eeff',
  accentHover: '#a3f6ff',
  onAccent: '#000000',
  accentSoft: '#002c36',
  focus: '#ffe14d',
  success: '#6bffa6',
  successSoft: '#00210e',
  warning: '#ffd84d',
  warningSoft: '#2a2100',
  error: '#ffa79e',
  errorSoft: '#330b08',
  information: '#a8d2ff',
  informationSoft: '#001d3a',
  paused: '#dcc8ff',
  pausedSoft: '#1f0f3d',
  effectReads: '#e8e8e8',
  effectChanges: '#a8d2ff',
  effectSends: '#dcc8ff',
  effectDeletes: '#ffa79e',
  xmlPrefix: '#d0d0d0',
  xmlTag: '#52eeff',
  xmlAttribute: '#ffd84d',
  xmlValue: '#6bffa6',
  xmlComment: '#e8e8e8',
  searchMatch: '#5a4a00',
  shadow: 'rgba(0, 0, 0, 0)',
  backdrop: 'rgba(0, 0, 0, 0.75)',
};

/** The colors of every mode; a test measures their contrast. */
export const colorTokens = { light, dark, highContrast } as const;

function paletteOf(tokens: Tokens, mode: 'light' | 'dark'): PaletteOptions {
  const meaning = (main: string): { main: string; contrastText: string } => ({ main, contrastText: tokens.onAccent });
  return {
    mode,
    studio: tokens,
    primary: { main: tokens.accent, dark: tokens.accentHover, contrastText: tokens.onAccent },
    success: meaning(tokens.success),
    warning: meaning(tokens.warning),
    error: meaning(tokens.error),
    info: meaning(tokens.information),
    text: { primary: tokens.text, secondary: tokens.textMuted },
    divider: tokens.border,
    background: { default: tokens.surface, paper: tokens.raised },
    action: { hover: tokens.hover, selected: tokens.selected, active: tokens.textMuted },
  };
}

/** Attribute of the root element that names the mode; `app/appearance.ts` sets it. */
export const colorSchemeAttribute = 'data-color-scheme';

/** The look of the app: three color schemes through CSS variables, so that changing the mode renders nothing again. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: colorSchemeAttribute },
  colorSchemes: {
    light: { palette: paletteOf(light, 'light') },
    dark: { palette: paletteOf(dark, 'dark') },
    // MUI completes the palettes of its own two schemes only; a third one must come whole.
    highContrast: { palette: createTheme({ palette: paletteOf(highContrast, 'dark') }).palette },
  },
  shape: { borderRadius: 6 },
  spacing: 8,
  typography: {
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    fontSize: 14,
    htmlFontSize: 16,
    body1: { fontSize: '0.875rem', lineHeight: 1.5 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.45 },
    caption: { fontSize: '0.75rem', lineHeight: 1.4 },
    h1: { fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.25, letterSpacing: '-0.015em' },
    h2: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.4, letterSpacing: '-0.005em' },
    h3: { fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.4 },
    overline: { fontSize: '0.6875rem', fontWeight: 600, letterSpacing: '0.05em', lineHeight: 1.5, textTransform: 'uppercase' },
    button: { textTransform: 'none', fontWeight: 500, fontSize: '0.8125rem', lineHeight: 1.4 },
  },
  transitions: { duration: { shortest: 120, shorter: 120, short: 140, standard: 140, complex: 160, enteringScreen: 140, leavingScreen: 120 } },
  components: componentStyles,
});
