/** What a placeholder points to: a published item of an activity, or a variable. */
export type Reference = { readonly kind: 'activity'; readonly key: string; readonly label: string } | { readonly kind: 'variable'; readonly name: string };

/** The placeholder for a published item: `{{key.Label}}`. */
export function reference(key: string, label: string): string {
  return `{{${key}.${label}}}`;
}

/** The placeholder for a variable: `{{variables.Name}}`. */
export function variableReference(name: string): string {
  return `{{variables.${name}}}`;
}

/** The text of a reference, as it stands in a property. */
export function renderReference(target: Reference): string {
  return target.kind === 'variable' ? variableReference(target.name) : reference(target.key, target.label);
}

/** The longest known key with a dot after it at the beginning of a text. A runbook may have a thousand keys; a text has few dots. */
function longestKey(text: string, keys: readonly string[]): string | undefined {
  for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
    const key = text.slice(0, dot);
    if (keys.includes(key)) return key;
  }
  return undefined;
}

/**
 * Reads what stands between `{{` and `}}`. Labels hold dots, spaces, slashes and brackets, so the text is split at the
 * first dot after a known key; without known keys, at the first dot. Undefined for text that is no reference.
 */
export function readReference(inner: string, keys: readonly string[]): Reference | undefined {
  const text = inner.trim();
  const known = longestKey(text, keys);
  const dot = known === undefined ? text.indexOf('.') : known.length;
  const source = text.slice(0, dot);
  const label = text.slice(dot + 1);
  if (dot <= 0 || label === '' || /\s/.test(source)) return undefined;
  return source === 'variables' ? { kind: 'variable', name: label } : { kind: 'activity', key: source, label };
}
