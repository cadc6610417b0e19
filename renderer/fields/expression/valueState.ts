import { StateEffect, StateField, type EditorState } from '@codemirror/state';
import type { FieldKind } from '../../../shared/fields/field.ts';
import type { ExpressionFacts } from './expressionFacts.ts';

/** What the extensions of a value's editor know about their field. */
export interface ValueContext {
  readonly kind: FieldKind;
  readonly facts: ExpressionFacts;
  /** Placeholders are shown as they are written. */
  readonly raw: boolean;
}

/** Tells an editor that its field is another one now, or shows its text in the other way. */
export const setValueContext = StateEffect.define<ValueContext>();

/** The field of an editor; made for it by `valueContext.init`. */
export const valueContext = StateField.define<ValueContext | undefined>({
  create: () => undefined,
  update: (value, transaction) => transaction.effects.reduce((current, effect) => (effect.is(setValueContext) ? effect.value : current), value),
});

/** The facts of an editor's field, where it has any. */
export const factsOf = (state: EditorState): ExpressionFacts | undefined => state.field(valueContext, false)?.facts;

/** The data type of an editor's field. */
export const kindOf = (state: EditorState): FieldKind | undefined => state.field(valueContext, false)?.kind;
