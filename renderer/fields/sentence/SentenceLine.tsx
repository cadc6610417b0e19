import RemoveIcon from '@mui/icons-material/CloseOutlined';
import DuplicateIcon from '@mui/icons-material/ContentCopyOutlined';
import { Box, Button, ButtonBase, FormHelperText, IconButton, Tooltip } from '@mui/material';
import { useEffect, useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { afterPress } from '../../ui/afterPress.ts';
import { color } from '../../ui/color.ts';
import { spoken, type Sentence } from './sentence.ts';
import { SentenceText } from './SentenceText.tsx';
import type { LineState } from './useLines.ts';

interface Props {
  readonly sentence: Sentence;
  /** What its buttons call it: `condition 2.1`. */
  readonly noun: string;
  readonly line: LineState;
  readonly disabled: boolean;
  readonly error?: string | undefined;
  /** Further buttons of the line. */
  readonly actions?: ReactNode;
  /** What is beside *Finish editing* while it is being edited. */
  readonly more?: ReactNode;
  onDuplicate?(): void;
  onRemove(): void;
  /** The small form that the sentence turns into. */
  readonly children: ReactNode;
}

const small = { width: 24, height: 24 } as const;
const icon = { fontSize: 16 } as const;
const firstControl = '[role="combobox"], input:not([type="hidden"]), textarea, [contenteditable="true"]';

/** The sentences of the same list, in their order. */
const sentencesAround = (button: Element): HTMLElement[] => [...(button.closest('[data-sentences]')?.querySelectorAll<HTMLElement>('[data-sentence]') ?? [])];

/** Whether something that opened above the line, such as a menu, has the focus now. */
function isAbove(line: Element, focused: Element): boolean {
  const modal = focused.closest('.MuiModal-root');
  return modal !== null && !modal.contains(line);
}

/** A condition that reads as a sentence, and is a small form while it is being edited: by click or Enter, until Escape or the focus leaves it. */
export function SentenceLine({ sentence, noun, line, disabled, error, actions, more, onDuplicate, onRemove, children }: Props): ReactElement {
  const { editing, onEdit, onDone } = line;
  const root = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (editing) form.current?.querySelector<HTMLElement>(firstControl)?.focus();
    else if (back.current) button.current?.focus();
    back.current = false;
  }, [editing]);
  const gone = useRef(line.onGone);
  useEffect(() => void (gone.current = line.onGone));
  useLayoutEffect(() => {
    const element = root.current;
    return () => (element?.contains(document.activeElement) === true ? gone.current() : undefined);
  }, []);
  const finish = (): void => {
    back.current = true;
    onDone();
  };
  const onSentenceKey = (event: KeyboardEvent<HTMLElement>): void => {
    const { key } = event;
    const all = sentencesAround(event.currentTarget);
    const next = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (next !== 0) all[all.indexOf(event.currentTarget) + next]?.focus();
    else if (disabled) return;
    else if (key === 'Delete' || key === 'Backspace') onRemove();
    else if (key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && onDuplicate !== undefined) onDuplicate();
    else return;
    event.preventDefault();
  };
  const onFormKey = (event: KeyboardEvent<HTMLElement>): void => {
    const own = event.target instanceof HTMLElement && event.currentTarget.contains(event.target);
    if (!own || event.defaultPrevented) return;
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.target instanceof HTMLInputElement)) return;
    // The panel and the dialog around the line have an Escape of their own.
    event.preventDefault();
    event.stopPropagation();
    finish();
  };
  const onBlur = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (!editing || !(next instanceof Element) || root.current?.contains(next) !== false || isAbove(root.current, next)) return;
    afterPress(onDone);
  };
  return (
    <Box ref={root} onBlur={onBlur} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'start', border: `1px solid ${color(editing ? 'accent' : 'border')}`, borderRadius: '8px', bgcolor: 'studio.surface' }}>
      {editing ? (
        <Box ref={form} role="group" aria-label={spoken(sentence)} onKeyDown={onFormKey} sx={{ display: 'contents' }}>
          <Box sx={{ padding: '6px 4px 4px 10px', fontSize: '0.75rem', lineHeight: 1.4, color: 'studio.textMuted' }}><SentenceText sentence={sentence} /></Box>
          <Box sx={{ gridColumn: '1 / -1', gridRow: 2, display: 'grid', gap: 0.75, padding: '2px 8px 6px' }}>
            {children}
            <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1 }}>
              <Box>{more}</Box>
              <Button variant="text" size="small" aria-keyshortcuts="Escape" onClick={finish} sx={{ minHeight: 24, minWidth: 0, paddingBlock: 0 }}>Finish editing</Button>
            </Box>
          </Box>
        </Box>
      ) : (
        <ButtonBase ref={button} data-sentence disabled={disabled} aria-keyshortcuts={onDuplicate === undefined ? 'Enter Delete' : 'Enter Delete Control+D'} onClick={onEdit} onKeyDown={onSentenceKey} sx={{ display: 'block', textAlign: 'left', padding: '6px 4px 6px 10px', minHeight: 32, borderRadius: '7px', fontSize: '0.8125rem', lineHeight: 1.5, '&:hover': { bgcolor: 'studio.hover' }, '&.Mui-disabled': { color: 'inherit' }, '&.Mui-focusVisible': { outlineOffset: -2 } }}>
          <SentenceText sentence={sentence} />
        </ButtonBase>
      )}
      <Box sx={{ gridColumn: 2, gridRow: 1, display: 'flex', padding: '4px 4px 0 0' }}>
        {actions}
        {onDuplicate !== undefined && <Tooltip title="Duplicate"><IconButton aria-label={`Duplicate ${noun}`} disabled={disabled} onClick={onDuplicate} sx={small}><DuplicateIcon sx={icon} /></IconButton></Tooltip>}
        <Tooltip title="Remove"><IconButton aria-label={`Remove ${noun}`} disabled={disabled} onClick={onRemove} sx={small}><RemoveIcon sx={icon} /></IconButton></Tooltip>
      </Box>
      {!editing && error !== undefined && <FormHelperText error sx={{ gridColumn: '1 / -1', margin: 0, padding: '0 10px 6px' }}>{error}</FormHelperText>}
    </Box>
  );
}
