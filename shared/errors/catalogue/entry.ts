/** Masked technical facts of a failure, by name; the texts of a catalogue entry are made from them. */
export type ErrorDetails = Readonly<Record<string, string>>;

/** Whose move it is: the person's, the world's, nobody's (they stopped it), or ours. */
export type ErrorKind = 'user' | 'operational' | 'cancelled' | 'bug';

/** One sentence for what happened, one for the likely reason, and the steps a person can take, in order. */
export interface ErrorTexts {
  readonly what: string;
  readonly why?: string;
  readonly fix: readonly string[];
}

/** A row of the error catalogue. */
export interface CatalogueEntry {
  readonly kind: ErrorKind;
  readonly texts: (details: ErrorDetails) => ErrorTexts;
}

/** Keeps the codes of a catalogue part as literal types while checking its rows. */
export function catalogueOf<const T extends Readonly<Record<string, CatalogueEntry>>>(entries: T): { readonly [K in keyof T]: CatalogueEntry } {
  return entries;
}
