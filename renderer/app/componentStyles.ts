import type { Components, Theme } from '@mui/material/styles';
import { color, colorNames, type ColorName } from '../ui/color.ts';

const ring = { outline: `2px solid ${color('focus')}`, outlineOffset: 1 } as const;
const overlay = { backgroundImage: 'none', border: `1px solid ${color('border')}`, boxShadow: `0 8px 28px ${color('shadow')}` } as const;

/** Heights that the setting Density changes: of controls, and of rows in lists. */
const control = 'var(--studio-control)';
const row = 'var(--studio-row)';
const stillness = { animationDuration: '1ms !important', animationIterationCount: '1 !important', transitionDuration: '1ms !important', scrollBehavior: 'auto !important' } as const;

/** What the names of colors mean where the system forces its own: drawings do not follow it by themselves. */
const forced: Readonly<Partial<Record<ColorName, string>>> = {
  accent: 'Highlight',
  accentHover: 'Highlight',
  onAccent: 'HighlightText',
  focus: 'Highlight',
  searchMatch: 'Mark',
  shadow: 'transparent',
};
const grounds: ReadonlySet<ColorName> = new Set(['rail', 'panel', 'surface', 'canvas', 'raised', 'hover', 'selected', 'accentSoft', 'successSoft', 'warningSoft', 'errorSoft', 'informationSoft', 'pausedSoft']);
const forcedTokens = Object.fromEntries(colorNames.filter((name) => name !== 'backdrop').map((name) => [`--mui-palette-studio-${name}`, forced[name] ?? (grounds.has(name) ? 'Canvas' : 'CanvasText')]));

const everywhere = {
  ':root': { '--studio-control': '32px', '--studio-row': '28px' },
  ':root[data-density="comfortable"]': { '--studio-control': '38px', '--studio-row': '36px' },
  ':root[data-motion="reduced"] *, :root[data-motion="reduced"] *::before, :root[data-motion="reduced"] *::after': stillness,
  'html, body, #root': { height: '100%' },
  body: { overflow: 'hidden', scrollbarColor: `color-mix(in srgb, ${color('controlBorder')} 60%, transparent) transparent` },
  '*': { scrollbarWidth: 'thin' },
  ':focus-visible': ring,
  '::selection': { backgroundColor: color('accent'), color: color('onAccent') },
  kbd: { fontFamily: 'inherit', fontSize: '0.75rem', padding: '1px 5px', border: `1px solid ${color('border')}`, borderBottomWidth: 2, borderRadius: 4, backgroundColor: color('panel'), color: color('textMuted') },
  '@media (prefers-reduced-motion: reduce)': { '*, *::before, *::after': stillness },
  // The system paints over every background, so what a background says elsewhere is said by lines and by its own pair of colors.
  '@media (forced-colors: active)': {
    ':root:root:root': forcedTokens,
    ':focus-visible': { outlineColor: 'Highlight' },
    '.MuiButton-root.MuiButtonBase-root, .MuiPaper-root': { border: '1px solid ButtonBorder' },
    '.MuiTabs-indicator.MuiTabs-indicator': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
    '[role="row"][aria-selected="true"], [role="treeitem"][aria-selected="true"], [role="option"][aria-selected="true"]': { outline: '2px solid Highlight', outlineOffset: -2 },
    '.MuiToggleButton-root.Mui-selected.Mui-selected': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
} as const;

/** How MUI's components look here: compact, hairlines instead of shadows, the same focus ring everywhere. */
export const componentStyles: Components<Theme> = {
  MuiCssBaseline: { styleOverrides: everywhere },
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { fontFamily: 'inherit', '&.Mui-focusVisible': ring } } },
  MuiButton: {
    defaultProps: { disableElevation: true, size: 'small', variant: 'outlined' },
    styleOverrides: {
      root: { minHeight: control, paddingInline: 12, whiteSpace: 'nowrap' },
      outlined: ({ ownerState }) => (ownerState.color === 'primary' || ownerState.color === undefined ? { borderColor: color('controlBorder'), color: color('text'), '&:hover': { borderColor: color('text'), backgroundColor: color('hover') }, '&.Mui-disabled': { borderColor: color('border') } } : {}),
      contained: { '&:hover': { backgroundColor: color('accentHover') } },
    },
  },
  MuiIconButton: { defaultProps: { size: 'small' }, styleOverrides: { root: { width: 28, height: 28, padding: 4, borderRadius: 6, color: color('textMuted'), '&:hover': { backgroundColor: color('hover'), color: color('text') } } } },
  MuiSvgIcon: { defaultProps: { fontSize: 'small' }, styleOverrides: { fontSizeSmall: { fontSize: '1.125rem' } } },
  MuiOutlinedInput: {
    defaultProps: { size: 'small' },
    styleOverrides: {
      root: { backgroundColor: color('surface'), fontSize: '0.875rem', '&:has(> .MuiInputAdornment-positionStart)': { paddingLeft: 8, '& > input': { paddingLeft: 0 } }, '&:has(> .MuiInputAdornment-positionEnd)': { paddingRight: 8 }, '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: color('focus'), borderWidth: 2 } },
      notchedOutline: { borderColor: color('controlBorder') },
      input: { paddingBlock: 0, paddingInline: 10, height: control, boxSizing: 'border-box', '&::placeholder': { color: color('textMuted'), opacity: 1 } },
      multiline: { padding: 0, '& textarea': { padding: '6px 10px', height: 'auto' } },
    },
  },
  MuiAutocomplete: {
    styleOverrides: {
      // As high as every other field: MUI would set paddings of its own around the text, under longer selectors than these.
      root: { '&& .MuiOutlinedInput-root.MuiInputBase-root': { paddingBlock: 0, paddingLeft: 0 }, '&& .MuiOutlinedInput-root .MuiAutocomplete-input': { paddingBlock: 0, paddingInline: 10 } },
    },
  },
  MuiInputAdornment: { styleOverrides: { root: { color: color('textMuted'), fontSize: '0.8125rem' }, positionStart: { marginRight: 6 } } },
  MuiSelect: { styleOverrides: { select: { display: 'flex', alignItems: 'center', minHeight: `${control} !important`, paddingBlock: '0 !important' } } },
  MuiMenuItem: { defaultProps: { dense: true }, styleOverrides: { root: { minHeight: row, fontSize: '0.8125rem', paddingBlock: 3, paddingInline: 12 } } },
  MuiMenu: { styleOverrides: { paper: overlay } },
  MuiPopover: { styleOverrides: { paper: overlay } },
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiBackdrop: { styleOverrides: { root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: color('backdrop') } } } },
  MuiDialog: { styleOverrides: { paper: { ...overlay, borderRadius: 10, margin: 24, '@media (max-height: 479.95px)': { margin: 6, maxHeight: 'calc(100% - 12px)' } } } },
  MuiDialogTitle: { defaultProps: { variant: 'h2' }, styleOverrides: { root: { padding: '14px 20px' } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '4px 20px 16px' }, dividers: { borderColor: color('border'), padding: '16px 20px' } } },
  MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px', gap: 8, '& > :not(style) ~ :not(style)': { marginLeft: 0 } } } },
  MuiTooltip: {
    defaultProps: { enterDelay: 500, enterNextDelay: 200 },
    styleOverrides: { tooltip: { backgroundColor: color('raised'), color: color('text'), border: `1px solid ${color('border')}`, boxShadow: `0 4px 14px ${color('shadow')}`, fontSize: '0.75rem', fontWeight: 400, padding: '5px 8px', maxWidth: 320 } },
  },
  MuiTableCell: { defaultProps: { size: 'small' }, styleOverrides: { root: { borderColor: color('border'), paddingBlock: 5, paddingInline: 10, fontSize: '0.8125rem' }, head: { color: color('textMuted'), fontWeight: 500, fontSize: '0.75rem', whiteSpace: 'nowrap' } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 34 }, indicator: { height: 2 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 34, minWidth: 0, padding: '6px 12px', fontSize: '0.8125rem', fontWeight: 500, color: color('textMuted'), '&.Mui-selected': { color: color('text') } } } },
  MuiFormLabel: { styleOverrides: { root: { color: color('text'), fontSize: '0.8125rem', fontWeight: 500, '&.Mui-focused': { color: color('text') }, '&.Mui-error': { color: color('text') } } } },
  MuiFormHelperText: { styleOverrides: { root: { marginInline: 0, marginTop: 4, fontSize: '0.75rem', lineHeight: 1.4, color: color('textMuted'), '&.Mui-error': { color: color('error') } } } },
  MuiCheckbox: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: color('controlBorder') } } },
  MuiRadio: { defaultProps: { size: 'small' }, styleOverrides: { root: { padding: 4, color: color('controlBorder') } } },
  // Switched off it is a knob with an edge on a track with an edge: white on white would not be seen.
  MuiSwitch: {
    styleOverrides: {
      switchBase: { '&:not(.Mui-checked) .MuiSwitch-thumb': { backgroundColor: color('surface'), border: `2px solid ${color('controlBorder')}`, boxShadow: 'none' } },
      track: { backgroundColor: color('controlBorder'), opacity: 0.45, '.Mui-checked + &.MuiSwitch-track': { opacity: 0.5 } },
    },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
};
