import { closeSearchPanel, findNext, findPrevious, getSearchQuery, search, SearchQuery, searchKeymap, setSearchQuery } from '@codemirror/search';
import { EditorSelection, type EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, runScopeHandlers, type Panel } from '@codemirror/view';
import { codeButton } from './codeButton.ts';

/** Places beyond these are not counted: a document of many megabytes would hold up whoever types. */
const mostCounted = 1000;

/** Which of the places is chosen, and how many there are, in words: "3 of 17", "17 found", "Not found". */
function countText(query: SearchQuery, state: EditorState): string {
  if (query.search === '') return '';
  const { from, to } = state.selection.main;
  const cursor = query.getCursor(state);
  let count = 0;
  let at = 0;
  for (let next = cursor.next(); next.done !== true && count <= mostCounted; next = cursor.next()) {
    count += 1;
    if (next.value.from === from && next.value.to === to) at = count;
  }
  if (count === 0) return 'Not found';
  const all = count > mostCounted ? `more than ${mostCounted.toLocaleString('en-US')}` : count.toLocaleString('en-US');
  return at === 0 ? `${all} found` : `${at} of ${all}`;
}

/** Selects the first place at or after the selection; round the end of the document. */
function showFirst(view: EditorView, query: SearchQuery): void {
  const { state } = view;
  const after = query.getCursor(state, state.selection.main.from).next();
  const found = after.done === true ? query.getCursor(state).next() : after;
  if (found.done === true) return;
  const range = EditorSelection.range(found.value.from, found.value.to);
  view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: 'center' }), userEvent: 'select.search' });
}

function panel(view: EditorView): Panel {
  const field = document.createElement('input');
  field.type = 'search';
  field.value = getSearchQuery(view.state).search;
  field.placeholder = 'Find';
  field.setAttribute('aria-label', 'Find in the message');
  // The library puts the focus there.
  field.setAttribute('main-field', 'true');
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  const dom = document.createElement('div');
  dom.className = 'cm-code-search';
  dom.setAttribute('role', 'search');
  dom.append(field, status, codeButton('↑', 'Previous place', () => findPrevious(view), 'Shift+F3'), codeButton('↓', 'Next place', () => findNext(view), 'F3'), codeButton('✕', 'Close find', () => closeSearchPanel(view), 'Esc'));
  const tell = (state: EditorState): void => {
    status.textContent = countText(getSearchQuery(state), state);
  };
  field.addEventListener('input', () => {
    const query = new SearchQuery({ search: field.value, literal: true });
    view.dispatch({ effects: setSearchQuery.of(query) });
    if (query.valid) showFirst(view, query);
  });
  dom.addEventListener('keydown', (event) => {
    if (runScopeHandlers(view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter' && event.target === field) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(view);
    }
  });
  tell(view.state);
  return {
    dom,
    top: true,
    mount() {
      field.focus();
      field.select();
    },
    update({ state, startState, selectionSet }) {
      const query = getSearchQuery(state);
      if (query.search !== field.value && query !== getSearchQuery(startState)) field.value = query.search;
      if (selectionSet || query !== getSearchQuery(startState)) tell(state);
    },
  };
}

/** Finding in a document that is read: a line above it with the count of places; Ctrl+F opens it, F3 and Enter go on, Escape closes it. */
export const codeSearch: Extension = [search({ top: true, literal: true, createPanel: panel }), keymap.of(searchKeymap)];
