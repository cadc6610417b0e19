import { syntaxTree } from '@codemirror/language';
import { RangeSetBuilder, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { color } from './color.ts';

const mark = (name: string): Decoration => Decoration.mark({ class: `cm-xml-${name}` });

/** The look of the parts of an XML document, by the names of the grammar's nodes. */
const marks: Readonly<Record<string, Decoration>> = {
  TagName: mark('tag'),
  AttributeName: mark('attribute'),
  AttributeValue: mark('value'),
  Comment: mark('comment'),
  ProcessingInst: mark('comment'),
  StartTag: mark('prefix'),
  StartCloseTag: mark('prefix'),
  EndTag: mark('prefix'),
  SelfCloseEndTag: mark('prefix'),
};
const prefix = mark('prefix');

/** Marks what is in view. Namespace prefixes are quieter than names, because the names are what is read. */
function marksOf(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        const decoration = marks[name];
        if (decoration === undefined) return;
        const colon = name === 'TagName' || name === 'AttributeName' ? view.state.sliceDoc(start, end).indexOf(':') : -1;
        if (colon > 0) builder.add(start, start + colon + 1, prefix);
        builder.add(start + colon + 1, end, decoration);
      },
    });
  }
  return builder.finish();
}

const painter = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;

    constructor(view: EditorView) {
      this.marks = marksOf(view);
    }

    update(update: ViewUpdate): void {
      const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || parsed) this.marks = marksOf(update.view);
    }
  },
  { decorations: (painted) => painted.marks },
);

const colors = EditorView.baseTheme({
  '.cm-xml-tag': { color: color('xmlTag') },
  '.cm-xml-attribute': { color: color('xmlAttribute') },
  '.cm-xml-value': { color: color('xmlValue') },
  '.cm-xml-comment': { color: color('xmlComment'), fontStyle: 'italic' },
  '.cm-xml-prefix': { color: color('xmlPrefix') },
});

/** Colors for XML that follow the mode of the app. */
export const xmlColors: Extension = [painter, colors];
