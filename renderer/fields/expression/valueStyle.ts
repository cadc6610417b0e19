import { EditorView } from '@codemirror/view';
import { color, monospace } from '../../ui/color.ts';

/** Class names shared by the field at rest and the field being edited, so that nothing moves when it gets the focus. */
export const valueClass = { chip: 'value-chip', broken: 'value-chip-broken', address: 'value-address', wrong: 'value-address-wrong', mistake: 'value-mistake' } as const;

const plainFont = "'Inter Variable', system-ui, sans-serif";
const chip = { display: 'inline', fontFamily: plainFont, padding: '1px 5px', borderRadius: '4px', fontWeight: 500, backgroundColor: color('accentSoft'), color: color('accent'), cursor: 'default', boxDecorationBreak: 'clone', WebkitBoxDecorationBreak: 'clone' } as const;
const broken = { backgroundColor: color('errorSoft'), color: color('error') } as const;
const address = { padding: '1px 6px', borderRadius: '9px', backgroundColor: color('hover'), boxDecorationBreak: 'clone', WebkitBoxDecorationBreak: 'clone' } as const;
const wrong = { backgroundColor: color('errorSoft'), outline: `1px dashed ${color('error')}`, outlineOffset: '-1px' } as const;
const mistake = { textDecoration: `underline wavy ${color('error')}`, textUnderlineOffset: '3px' } as const;

/** Looks of the parts of a value. */
export const partStyles = {
  [`& .${valueClass.chip}`]: chip,
  [`& .${valueClass.broken}`]: broken,
  [`& .${valueClass.address}`]: address,
  [`& .${valueClass.wrong}`]: wrong,
} as const;

/** The text inside the frame: the same measures at rest and while editing. */
export const textBox = { padding: '5px 10px', lineHeight: '20px', fontSize: '0.875rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0 } as const;

/** The look of the editor of a value; the frame around it belongs to the field. */
export const valueTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: color('text'), fontSize: '0.875rem', minWidth: 0, flex: 1 },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '20px', overflowX: 'hidden', overflowY: 'auto', maxHeight: '290px' },
  '.cm-content': { padding: '5px 0', minWidth: 0, caretColor: color('text') },
  '.cm-content.value-monospace': { fontFamily: monospace, fontSize: '0.8125rem' },
  '.cm-line': { padding: '0 10px' },
  '.cm-placeholder': { color: color('textMuted') },
  [`.${valueClass.chip}`]: chip,
  [`.${valueClass.broken}`]: broken,
  [`.${valueClass.address}`]: address,
  [`.${valueClass.wrong}`]: wrong,
  [`.${valueClass.mistake}`]: mistake,
  '&.cm-focused .cm-matchingBracket': { backgroundColor: color('selected'), color: color('text') },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent' },
});

const overlay = { backgroundColor: color('raised'), color: color('text'), border: `1px solid ${color('border')}`, borderRadius: '6px', boxShadow: `0 8px 28px ${color('shadow')}`, fontFamily: plainFont } as const;

/** The lists and hints that float beside the text. */
export const floatingTheme = EditorView.theme({
  '.cm-tooltip': { ...overlay, zIndex: 1500 },
  '.cm-tooltip.cm-tooltip-autocomplete': { ...overlay },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', fontSize: '0.8125rem', maxHeight: '280px', minWidth: '260px', maxWidth: '420px', padding: '4px 0' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 10px', lineHeight: '20px', display: 'flex', gap: '12px', alignItems: 'baseline' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: color('selected'), color: color('text'), boxShadow: `inset 2px 0 ${color('accent')}` },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > completion-section': { padding: '6px 10px 2px', border: 'none', opacity: 1, color: color('textMuted'), fontSize: '0.6875rem', fontWeight: 600, letterSpacing: '0.05em', textTransform: 'uppercase', lineHeight: '1.5' },
  '.cm-completionLabel': { flex: '1 1 auto' },
  '.cm-completionDetail': { color: color('textMuted'), fontStyle: 'normal', fontSize: '0.75rem', marginLeft: '0', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '.value-later': { opacity: 0.6 },
  '.cm-tooltip.cm-completionInfo': { ...overlay, padding: '8px 10px', fontSize: '0.75rem', lineHeight: '1.45', maxWidth: '280px', whiteSpace: 'normal' },
  '.value-hint': { padding: '6px 10px', fontSize: '0.75rem', lineHeight: '1.5', maxWidth: '420px' },
  '.value-hint code, .cm-completionInfo code': { fontFamily: monospace, fontSize: '0.75rem' },
  '.value-hint strong': { color: color('accent') },
  '.value-hint div, .cm-completionInfo div': { color: color('textMuted') },
});
