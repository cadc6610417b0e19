import { xml } from '@codemirror/lang-xml';
import { foldGutter, foldKeymap } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { Box } from '@mui/material';
import { useEffect, useRef, type ReactElement } from 'react';
import { codeViewTheme } from './codeViewTheme.ts';
import { xmlColors } from './xmlColors.ts';

interface Props {
  readonly text: string;
  /** Accessible name, for example "Response, XML". */
  readonly label: string;
  readonly language?: 'xml' | 'text';
  /** Lines to mark as problems, from 1; the first one is scrolled into view. */
  readonly problemLines?: readonly number[];
  /** Breaks long lines instead of scrolling sideways. */
  readonly wrap?: boolean;
}

const none: readonly number[] = [];

function problemMarks(state: EditorState, lines: readonly number[]): Extension {
  const builder = new RangeSetBuilder<Decoration>();
  const known = [...new Set(lines)].filter((line) => line >= 1 && line <= state.doc.lines).toSorted((a, b) => a - b);
  for (const line of known) {
    const { from } = state.doc.line(line);
    builder.add(from, from, Decoration.line({ class: 'cm-code-problem', attributes: { title: 'Error' } }));
  }
  return EditorView.decorations.of(builder.finish());
}

/** A document to read: line numbers, folding, search with Ctrl+F. Tab leaves it; it takes no input. */
export function CodeView({ text, label, language = 'xml', problemLines = none, wrap = false }: Props): ReactElement {
  const parent = useRef<HTMLDivElement>(null);
  const lines = problemLines.join(',');

  useEffect(() => {
    if (parent.current === null) return undefined;
    const marked = lines === '' ? [] : lines.split(',').map(Number);
    const view = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ tabindex: '0', role: 'textbox', 'aria-multiline': 'true', 'aria-readonly': 'true', 'aria-label': label }),
          lineNumbers(),
          foldGutter(),
          drawSelection(),
          highlightActiveLine(),
          highlightSelectionMatches(),
          search({ top: true }),
          keymap.of([...searchKeymap, ...foldKeymap]),
          language === 'xml' ? [xml(), xmlColors] : [],
          wrap ? EditorView.lineWrapping : [],
          codeViewTheme,
          problemMarks(EditorState.create({ doc: text }), marked),
        ],
      }),
    });
    const first = marked[0];
    if (first !== undefined && first >= 1 && first <= view.state.doc.lines) {
      view.dispatch({ effects: EditorView.scrollIntoView(view.state.doc.line(first).from, { y: 'center' }) });
    }
    return () => view.destroy();
  }, [text, label, language, lines, wrap]);

  return <Box ref={parent} sx={{ flex: 1, minWidth: 0, minHeight: 0, overflow: 'hidden', display: 'grid' }} />;
}
