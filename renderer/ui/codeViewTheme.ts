import { EditorView } from '@codemirror/view';
import { color, monospace } from './color.ts';

/** The look of the code view: the colors are variables, so that a change of mode needs no new editor. */
export const codeViewTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: color('surface'), color: color('text'), fontSize: '0.8125rem' },
  '&.cm-focused': { outline: `2px solid ${color('focus')}`, outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: monospace, lineHeight: '1.55', overflow: 'auto' },
  '.cm-gutters': { backgroundColor: color('surface'), color: color('xmlPrefix'), border: 'none', borderRight: `1px solid ${color('border')}` },
  '.cm-foldGutter .cm-gutterElement': { cursor: 'pointer', paddingInline: '3px' },
  '.cm-foldPlaceholder': { backgroundColor: color('accentSoft'), color: color('accent'), border: 'none', borderRadius: '4px', padding: '0 6px', marginInline: '4px' },
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
  '.cm-panel.cm-search': { padding: '6px 8px', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  '.cm-panel.cm-search label': { fontSize: '0.75rem', display: 'inline-flex', alignItems: 'center', gap: '2px' },
  '.cm-panel.cm-search [name=close]': { position: 'static', marginLeft: 'auto', fontSize: '1rem', width: '24px', height: '24px', color: color('textMuted') },
  '.cm-textfield': { backgroundColor: color('surface'), color: color('text'), border: `1px solid ${color('controlBorder')}`, borderRadius: '6px', padding: '3px 8px', fontSize: '0.8125rem' },
  '.cm-button': { backgroundImage: 'none', backgroundColor: color('surface'), color: color('text'), border: `1px solid ${color('controlBorder')}`, borderRadius: '6px', padding: '3px 8px', fontSize: '0.75rem', textTransform: 'capitalize' },
});
