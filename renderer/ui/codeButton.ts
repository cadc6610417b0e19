/** A button inside a document of `CodeView`, which is not drawn by React; `label` is its name and, with the key that does the same, its explanation. */
export function codeButton(text: string, label: string, act: (event: Event) => unknown, key?: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.title = key === undefined ? label : `${label} (${key})`;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', act);
  return button;
}
