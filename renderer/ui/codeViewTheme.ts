import { EditorView } from '@codemirror/view';
import { color, monospace } from './color.ts';

/** The look of the code view: the colors are variables, so that a change of mode needs no new editor. */
export const codeViewTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: color('surface'), color: color('text'), fontSize: '0.8125rem' },
  '&.cm-focused': { outline: `2px solid ${color('focus')}`, outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: monospace, lineHeight: '1.55', overflow: 'auto' },
  '.cm-gutters': { backgroundColor: color('surface'), color: color('xmlPrefix'), border: 'none', borderRight: `1px solid ${color('border')}` },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', paddingInline: '3px' },
  '.cm-foldPlaceholder': { backgroundColor: color('accentSoft'), color: color('accent'), border: 'none', borderRadius: '4px', padding: '0 2px', marginInline: '4px' },
  '.cm-foldPlaceholder button': { border: 'none', background: 'none', color: 'inherit', font: 'inherit', padding: '0 4px', cursor: 'pointer' },
  '.cm-foldPlaceholder button + button': { textDecoration: 'underline' },
  '.cm-foldPlaceholder button:focus-visible': { outline: `2px solid ${color('focus')}` },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: color('hover') },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: color('selected') },
  '.cm-cursor': { borderLeftColor: color('text') },
  '.cm-searchMatch': { backgroundColor: color('searchMatch'), outline: `1px solid ${color('warning')}` },
  '.cm-searchMatch-selected': { outline: `2px solid ${color('focus')}` },
  '.cm-code-problem': { backgroundColor: color('errorSoft'), boxShadow: `inset 3px 0 ${color('error')}` },
  '.cm-tooltip': { backgroundColor: color('raised'), color: color('text'), border: `1px solid ${color('border')}`, borderRadius: '6px' },
  '.cm-explanation': { padding: '6px 10px', maxWidth: '48ch', fontSize: '0.75rem', fontFamily: "'Inter Variable', system-ui, sans-serif", lineHeight: '1.45' },
  '.cm-panels': { backgroundColor: color('panel'), color: color('text'), fontFamily: "'Inter Variable', system-ui, sans-serif" },
  '.cm-panels-top': { borderBottom: `1px solid ${color('border')}` },
  '.cm-code-search': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px', padding: '4px 8px', fontSize: '0.8125rem' },
  '.cm-code-search input': { flex: '1 1 9rem', minWidth: '6rem', maxWidth: '22rem', height: '26px', backgroundColor: color('surface'), color: color('text'), border: `1px solid ${color('controlBorder')}`, borderRadius: '6px', padding: '0 8px', font: 'inherit' },
  '.cm-code-search span': { minWidth: '4.75rem', fontSize: '0.75rem', color: color('textMuted'), fontVariantNumeric: 'tabular-nums' },
  '.cm-code-search button': { width: '26px', height: '26px', border: 'none', borderRadius: '6px', backgroundColor: 'transparent', color: color('text'), font: 'inherit', cursor: 'pointer' },
  '.cm-code-search button:hover': { backgroundColor: color('hover') },
  '.cm-code-search :focus-visible': { outline: `2px solid ${color('focus')}`, outlineOffset: '-1px' },
});
