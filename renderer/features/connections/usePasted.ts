import type { ClipboardEvent } from 'react';
import { connectionFields } from '../../../shared/connections/connection.ts';
import { placesOfPasted } from '../../../shared/connections/pasted.ts';
import { useStores } from '../../stores/stores.ts';
import { controlId, type ConnectionForm } from './useConnectionForm.ts';

const labels = new Map<string, string>(Object.entries(connectionFields).map(([key, { label }]) => [key, label]));
const keys = new Map([...labels.keys()].map((key) => [controlId(key), key]));

/** Moves what is pasted into the wrong field to the right one, and says so with a way back. Text pasted into the middle of another text stays. */
export function usePasted(form: ConnectionForm): (event: ClipboardEvent<HTMLElement>) => void {
  const { app } = useStores();
  return (event) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    const isWhole = target.selectionStart === 0 && target.selectionEnd === target.value.length;
    const field = keys.get(target.id);
    const pasted = event.clipboardData.getData('text');
    const places = field === undefined || !isWhole ? undefined : placesOfPasted(field, pasted);
    if (field === undefined || places === undefined) return;
    event.preventDefault();
    const before = Object.keys(places).map((key) => [key, form.values[key] ?? ''] as const);
    for (const [key, value] of Object.entries(places)) form.set(key, value);
    const moved = Object.keys(places).filter((key) => key !== field);
    const [first] = moved;
    if (first !== undefined) document.getElementById(controlId(first))?.focus();
    app.getState().notify(`What was pasted belongs to ${moved.map((key) => labels.get(key) ?? key).join(' and ')}.`, () => {
      for (const [key, value] of before) form.set(key, value);
      form.set(field, pasted);
      document.getElementById(controlId(field))?.focus();
    });
  };
}
