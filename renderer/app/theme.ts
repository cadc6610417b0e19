import { createTheme, type PaletteOptions } from '@mui/material/styles';
import type {} from '@mui/material/themeCssVarsAugmentation';
import { colorTokens, type Tokens } from './colorTokens.ts';
import { componentStyles } from './componentStyles.ts';

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
    light: { palette: paletteOf(colorTokens.light, 'light') },
    dark: { palette: paletteOf(colorTokens.dark, 'dark') },
    // MUI completes the palettes of its own two schemes only; a third one must come whole.
    highContrast: { palette: createTheme({ palette: paletteOf(colorTokens.highContrast, 'dark') }).palette },
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
