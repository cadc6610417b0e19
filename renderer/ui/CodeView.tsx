import { selectAll } from '@codemirror/commands';
import { xml } from '@codemirror/lang-xml';
import { foldGutter, foldKeymap } from '@codemirror/language';
import { highlightSelectionMatches } from '@codemirror/search';
import { EditorState, RangeSetBuilder, type Extension, type Text } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import { Box } from '@mui/material';
import { useEffect, useRef, type ReactElement } from 'react';
import { codeSearch } from './codeSearch.ts';
import { codeViewTheme } from './codeViewTheme.ts';
import { changeFolds, foldedRuns, foldLongRuns, type FoldedFile } from './foldedRuns.ts';
import { xmlColors } from './xmlColors.ts';

interface Props {
  readonly text: string;
  /** Accessible name, for example "Response, XML". */
  readonly label: string;
  readonly language?: 'xml' | 'text';
  /** Lines to mark as problems, from 1; the first one is scrolled into view. */
  readonly problemLines?: readonly number[];
  /** What an element means, shown where the pointer rests on its name. */
  explain?(element: string): string | undefined;
  /** Saves a file that stands in the document as Base64. */
  onSave?(file: FoldedFile): void;
  /** Parts that are folded; where they change, those before are unfolded. */
  readonly folds?: readonly { readonly from: number; readonly to: number }[];
  /** Breaks long lines instead of scrolling sideways. */
  readonly wrap?: boolean;
}

const none: readonly number[] = [];
const noFolds: NonNullable<Props['folds']> = [];

function problemMarks(doc: Text, lines: readonly number[]): Extension {
  const builder = new RangeSetBuilder<Decoration>();
  const known = [...new Set(lines)].filter((line) => line >= 1 && line <= doc.lines).toSorted((a, b) => a - b);
  for (const line of known) {
    const { from } = doc.line(line);
    builder.add(from, from, Decoration.line({ class: 'cm-code-problem', attributes: { title: 'Error' } }));
  }
  return EditorView.decorations.of(builder.finish());
}

/** The explanation of the element name under the pointer. */
const explanations = (explain: (element: string) => string | undefined): Extension =>
  hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos);
    for (const found of line.text.slice(0, 2000).matchAll(/<\/?(?:[\w.-]+:)?([\w.-]+)/g)) {
      const from = line.from + found.index;
      const text = pos >= from && pos <= from + found[0].length ? explain(found[1] ?? '') : undefined;
      if (text === undefined) continue;
      return {
        pos: from,
        end: from + found[0].length,
        create() {
          const dom = document.createElement('div');
          dom.className = 'cm-explanation';
          dom.textContent = text;
          return { dom };
        },
      };
    }
    return null;
  });

/** A document to read: line numbers, folding, search with Ctrl+F. Tab leaves it; it takes no input. */
export function CodeView({ text, label, language = 'xml', problemLines = none, explain, onSave, folds = noFolds, wrap = false }: Props): ReactElement {
  const parent = useRef<HTMLDivElement>(null);
  const saving = useRef(onSave);
  useEffect(() => void (saving.current = onSave));
  const shown = useRef<{ readonly view: EditorView; folds: typeof noFolds } | undefined>(undefined);
  const saves = onSave !== undefined;
  const lines = problemLines.join(',');

  useEffect(() => {
    if (parent.current === null) return undefined;
    const marked = lines === '' ? [] : lines.split(',').map(Number);
    const doc = EditorState.create({ doc: text }).doc;
    const view = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc,
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ tabindex: '0', role: 'textbox', 'aria-multiline': 'true', 'aria-readonly': 'true', 'aria-label': label }),
          lineNumbers(),
          foldedRuns(saves ? (file) => saving.current?.(file) : undefined),
          foldGutter(),
          explain === undefined ? [] : explanations(explain),
          drawSelection(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          codeSearch,
          keymap.of([...foldKeymap, { key: 'Mod-a', run: selectAll }]),
          language === 'xml' ? [xml(), xmlColors] : [],
          wrap ? EditorView.lineWrapping : [],
          codeViewTheme,
          problemMarks(doc, marked),
        ],
      }),
    });
    shown.current = { view, folds: noFolds };
    const runs = foldLongRuns(text);
    if (runs.length > 0) view.dispatch({ effects: [...runs] });
    const first = marked[0];
    if (first !== undefined && first >= 1 && first <= view.state.doc.lines) {
      view.dispatch({ effects: EditorView.scrollIntoView(view.state.doc.line(first).from, { y: 'center' }) });
    }
    return () => {
      shown.current = undefined;
      view.destroy();
    };
  }, [text, label, language, lines, explain, saves, wrap]);

  // After the document itself, and again for each new one.
  useEffect(() => {
    if (shown.current === undefined || shown.current.folds === folds) return;
    shown.current.view.dispatch({ effects: [...changeFolds(shown.current.folds, folds)] });
    shown.current.folds = folds;
  }, [text, label, language, lines, explain, saves, wrap, folds]);

  return <Box ref={parent} sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'hidden', display: 'grid', gridTemplate: 'minmax(0, 1fr) / minmax(0, 1fr)' }} />;
}
