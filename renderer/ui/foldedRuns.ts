import { codeFolding, foldEffect, unfoldEffect } from '@codemirror/language';
import type { EditorState, Extension, StateEffect } from '@codemirror/state';
import { sizeText } from '../../shared/text/measures.ts';
import { codeButton } from './codeButton.ts';

/** Long runs of Base64, such as attachments: nobody reads them, and drawing them takes long. Each is looked at from its start only: a document has millions of short ones. */
const longRun = /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/=]{1500,}/g;
const onlyBase64 = /^[A-Za-z0-9+/=]{1500,}$/;
/** So many characters before a run are searched for the name of the file that it is. */
const nameWithin = 4000;

/** A part of a document. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** What a folded run of Base64 is. */
export interface FoldedFile {
  /** As the document says it; undefined where it does not. */
  readonly name: string | undefined;
  readonly base64: string;
}

/** What is folded, as its placeholder shows it. */
interface Prepared {
  readonly text: string;
  /** Undefined for a part that was folded by hand. */
  readonly file: FoldedFile | undefined;
}

function prepare(state: EditorState, { from, to }: Place): Prepared {
  const text = state.sliceDoc(from, to);
  if (!onlyBase64.test(text)) return { text: `… ${sizeText(to - from)} …`, file: undefined };
  // The name stands in the same element: an attachment that ended before is another one.
  const before = state.sliceDoc(Math.max(0, from - nameWithin), from).replace(/^[^]*<\/(?:\w+:)?(?:File|Item)Attachment>/, '');
  const name = [...before.matchAll(/<(?:\w+:)?Name>([^<]+)</g)].at(-1)?.[1];
  return { text: `${name === undefined ? 'Base64' : 'attachment'}, ${sizeText(Math.floor((text.replace(/=+$/, '').length * 3) / 4))}`, file: { name, base64: text } };
}

/** Folds what is long and opaque; a folded file says how long it is, shows itself, and can be saved where `save` is given. */
export function foldedRuns(save: ((file: FoldedFile) => void) | undefined): Extension {
  return codeFolding({
    preparePlaceholder: prepare,
    placeholderDOM(_view, onclick, { text, file }: Prepared) {
      const place = document.createElement('span');
      place.className = 'cm-foldPlaceholder';
      place.append(codeButton(text, `Show what is folded here: ${text}`, onclick));
      if (file !== undefined && save !== undefined) {
        const label = file.name === undefined ? 'Save the decoded Base64…' : `Save ${file.name}…`;
        place.append(codeButton('Save…', label, (event) => {
          event.stopPropagation();
          save(file);
        }));
      }
      return place;
    },
  });
}

/** Folds every long run of a text. */
export const foldLongRuns = (text: string): readonly StateEffect<Place>[] => [...text.matchAll(longRun)].map(({ index, 0: run }) => foldEffect.of({ from: index, to: index + run.length }));

/** Unfolds what was folded before and folds other parts. */
export const changeFolds = (before: readonly Place[], after: readonly Place[]): readonly StateEffect<Place>[] => [...before.map((place) => unfoldEffect.of(place)), ...after.map((place) => foldEffect.of(place))];
