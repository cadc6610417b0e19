import { Box, Button, Dialog, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AppErrorData } from '../../../shared/errors/appError.ts';
import type { Result } from '../../../shared/errors/result.ts';
import { nameProblem } from '../../../shared/globals/name.ts';
import { globalNouns, type GlobalKind } from '../../../shared/globals/view.ts';
import { renameGlobal } from '../../commands/renameGlobal.ts';
import { TextEditor } from '../../fields/TextEditor.tsx';
import { globalKey } from '../../stores/globals.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { ErrorCard } from '../../ui/ErrorCard.tsx';
import { UseList } from './UseList.tsx';

/** What all three lists say about an entry beside its own values. */
export interface Described {
  readonly folder?: string | undefined;
  readonly description?: string | undefined;
}

interface Props {
  readonly kind: GlobalKind;
  /** Name of the entry that is edited; undefined for a new one. */
  readonly name: string | undefined;
  readonly begin: Described;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** What keeps the values from being saved, as a sentence. */
  readonly problem: string | undefined;
  /** Saves under a name; folder and description are left out where they are empty. */
  save(name: string, described: Described, isNew: boolean): Promise<Result<unknown>>;
  onClose(): void;
}

const trimmed = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The dialog for a variable, counter or schedule: its name, which references follow, its own fields, folder and description. */
export function GlobalForm({ kind, name, begin, children, wide = false, problem, save, onClose }: Props): ReactElement {
  const stores = useStores();
  const registry = useRegistry();
  const id = useId();
  const taken = useStore(stores.globals, ({ view }) => view[kind]);
  const uses = useStore(stores.globals, (state) => (name === undefined ? undefined : state.uses[globalKey(kind, name)])) ?? [];
  const [typed, setTyped] = useState(name ?? '');
  const [folder, setFolder] = useState(begin.folder ?? '');
  const [description, setDescription] = useState(begin.description ?? '');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppErrorData | undefined>(undefined);
  const noun = globalNouns[kind];
  const wrongName = nameProblem(noun, typed.trim(), taken.map((one) => one.name).filter((one) => one !== name));
  const renames = name !== undefined && typed.trim() !== name && wrongName === undefined;

  const accept = async (): Promise<void> => {
    setTried(true);
    if (wrongName !== undefined || problem !== undefined || busy) return;
    setBusy(true);
    const refused = renames ? await renameGlobal(stores, registry, { kind, name }, typed.trim(), uses.length) : undefined;
    const result = refused === undefined ? await save(typed.trim(), { folder: trimmed(folder), description: trimmed(description) }, name === undefined) : { ok: false as const, error: refused };
    setBusy(false);
    if (result.ok) onClose();
    else setFailure(result.error);
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} maxWidth={wide ? 'md' : 'sm'} fullWidth>
      <DialogTitle id={`${id}-title`}>{name === undefined ? `New ${noun}` : `Edit ${noun} ${name}`}</DialogTitle>
      <DialogContent>
        <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void accept(); }} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1.5 }}>
          <TextEditor
            field={{ kind: 'text', label: 'Name', required: true, help: `What runbooks call the ${noun}.` }}
            id={`${id}-name`}
            value={typed}
            error={tried || typed !== (name ?? '') ? wrongName : undefined}
            onChange={setTyped}
            inputRef={name === undefined && typed === '' ? (control) => control?.focus() : undefined}
          />
          {renames && uses.length > 0 && (
            <Box sx={{ border: 1, borderColor: 'studio.border', borderRadius: 1, padding: 1.25 }}>
              <Typography variant="body2" sx={{ marginBottom: 0.5 }}>{count(uses.length, 'place')} will follow the new name:</Typography>
              <Box sx={{ maxHeight: 140, overflow: 'auto' }}><UseList uses={uses} /></Box>
            </Box>
          )}
          {children}
          {problem !== undefined && tried && <Typography role="alert" variant="body2" sx={{ color: 'studio.error' }}>{problem}</Typography>}
          <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 2fr)', gap: 1.5 }}>
            <TextEditor field={{ kind: 'text', label: 'Folder', help: 'Groups the list. Folders inside folders are written with /.' }} id={`${id}-folder`} value={folder} onChange={setFolder} />
            <TextEditor field={{ kind: 'text', label: 'Description', help: 'What it is for.' }} id={`${id}-description`} value={description} onChange={setDescription} />
          </Box>
          {failure !== undefined && <ErrorCard error={failure} alert />}
          <button type="submit" hidden />
        </Box>
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" loading={busy} onClick={() => void accept()}>{name === undefined ? `Add ${noun}` : 'Save'}</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}
