import { EditorState, RangeSet, StateField, type Extension, type Range, type Transaction } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import type { ReferenceLook } from './expressionFacts.ts';
import { addressMarks, chipsOf, mistakesOf, type Chip } from './valueParts.ts';
import { factsOf, setValueContext, valueContext } from './valueState.ts';
import { valueClass } from './valueStyle.ts';

/** What a chip says: the names, with a mark where it leads nowhere. */
export const chipText = ({ text, problem }: ReferenceLook): string => (problem === undefined ? text : `⚠ ${text}`);

class ChipWidget extends WidgetType {
  readonly #look: ReferenceLook;

  constructor(look: ReferenceLook) {
    super();
    this.#look = look;
  }

  override eq(other: ChipWidget): boolean {
    return other.#look.text === this.#look.text && other.#look.problem === this.#look.problem;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = this.#look.problem === undefined ? valueClass.chip : `${valueClass.chip} ${valueClass.broken}`;
    chip.textContent = chipText(this.#look);
    chip.title = this.#look.problem ?? 'Published data. Double-click to choose another item.';
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

interface Drawn {
  readonly chips: DecorationSet;
  readonly marks: DecorationSet;
}

function draw(state: EditorState): Drawn {
  const context = state.field(valueContext);
  if (context === undefined) return { chips: Decoration.none, marks: Decoration.none };
  const text = state.doc.toString();
  const { facts, kind, raw } = context;
  const chips = raw ? [] : chipsOf(text, facts).map(({ look, start, end }) => Decoration.replace({ widget: new ChipWidget(look) }).range(start, end));
  const marks: Range<Decoration>[] = mistakesOf(text, facts.keys).map(({ start, end, message }) => Decoration.mark({ class: valueClass.mistake, attributes: { title: message } }).range(start, end));
  if (kind === 'addresses' && !raw) {
    for (const { start, end, valid } of addressMarks(text)) {
      marks.push(Decoration.mark({ class: valid ? valueClass.address : `${valueClass.address} ${valueClass.wrong}`, ...(valid ? {} : { attributes: { title: 'This is not an e-mail address.' } }) }).range(start, end));
    }
  }
  return { chips: RangeSet.of(chips, true), marks: RangeSet.of(marks, true) };
}

const drawn = StateField.define<Drawn>({
  create: draw,
  update: (value, transaction) => (transaction.docChanged || transaction.effects.some((effect) => effect.is(setValueContext)) ? draw(transaction.state) : value),
  provide: (field) => [
    EditorView.decorations.from(field, ({ chips }) => chips),
    EditorView.decorations.from(field, ({ marks }) => marks),
    EditorView.atomicRanges.of((view) => view.state.field(field).chips),
  ],
});

/** The chip that a step of the caret crossed, so that a screen reader can say it: to the browser it is no text. */
function crossed(transaction: Transaction): Chip | undefined {
  const facts = factsOf(transaction.startState);
  if (facts === undefined || transaction.docChanged || transaction.selection === undefined) return undefined;
  const [from, to] = [transaction.startState.selection.main.head, transaction.selection.main.head].toSorted((a, b) => a - b);
  return chipsOf(transaction.startState.doc.toString(), facts).find(({ start, end }) => start === from && end === to);
}

const announced = EditorState.transactionExtender.of((transaction) => {
  const chip = crossed(transaction);
  return chip === undefined ? null : { effects: EditorView.announce.of(chipText(chip.look)) };
});

/** The chip that a place on the screen belongs to. */
export function chipAt(view: EditorView, target: EventTarget | null): Chip | undefined {
  const facts = factsOf(view.state);
  const element = target instanceof HTMLElement ? target.closest(`.${valueClass.chip}`) : null;
  if (facts === undefined || element === null) return undefined;
  const at = view.posAtDOM(element);
  return chipsOf(view.state.doc.toString(), facts).find(({ start, end }) => start <= at && at <= end);
}

const selecting = EditorView.domEventHandlers({
  mousedown(event, view) {
    const chip = event.button === 0 && event.detail === 1 ? chipAt(view, event.target) : undefined;
    if (chip === undefined) return false;
    // A click takes the whole chip, so that the next key replaces or removes it.
    view.dispatch({ selection: { anchor: chip.start, head: chip.end } });
    view.focus();
    event.preventDefault();
    return true;
  },
});

/** Placeholders as chips that the caret steps over and a key removes whole; mistakes underlined; addresses as pills. */
export const chips: Extension = [drawn, announced, selecting];
