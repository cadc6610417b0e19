import type { FieldKind } from '../../../shared/fields/field.ts';
import type { Reference } from '../../../shared/runbook/expression/reference.ts';

/** The group under which variables are listed. */
export const variablesGroup = 'Variables';

/** A value that a field can subscribe to. */
export interface ValueSource {
  /** The text that stands for it, for example `{{find.Subject}}`. */
  readonly placeholder: string;
  readonly label: string;
  /** Name of the activity, or "Variables". */
  readonly group: string;
  readonly kind: FieldKind;
  readonly help: string;
  /** The value in the last test, or of the variable. */
  readonly value: string | undefined;
  /** Published by every activity; offered when asked for. */
  readonly common: boolean;
  /** Why it cannot be subscribed to; it is shown only when searched for. */
  readonly disabled?: string;
}

/** The sources, of each group those first that have the data type which the field takes. Any value can be written as text, so a field for text prefers none. */
export function fittingFirst(sources: readonly ValueSource[], wanted: FieldKind | undefined): readonly ValueSource[] {
  const groups = [...new Set(sources.map(({ group }) => group))];
  const misfit = ({ kind }: ValueSource): number => (wanted === 'text' || kind === wanted ? 0 : 1);
  return sources.toSorted((one, other) => groups.indexOf(one.group) - groups.indexOf(other.group) || misfit(one) - misfit(other));
}

/** How a reference is shown: a chip with the names of what it points to. */
export interface ReferenceLook {
  readonly text: string;
  /** A sentence that says why it leads nowhere. */
  readonly problem?: string | undefined;
  /** The placeholder that was probably meant, and how it reads. */
  readonly suggestion?: { readonly placeholder: string; readonly text: string } | undefined;
}

/** What a field knows about the runbook around it: what its text may refer to, and what that is worth. */
export interface ExpressionFacts {
  /** Keys of the activities, which decide where a placeholder's label begins. */
  readonly keys: readonly string[];
  /** Nearest activity first, then variables. */
  readonly sources: readonly ValueSource[];
  look(target: Reference): ReferenceLook;
  /** The value of a reference in the last test. */
  value(target: Reference): string | undefined;
  /** What follows is an undo step of its own. */
  endStep(): void;
  undo(): void;
  redo(): void;
}
