import { Button, Dialog, DialogContent, DialogTitle, OutlinedInput } from '@mui/material';
import { useState, type ReactElement } from 'react';
import type { Registry } from '../../../shared/activities/registry.ts';
import { wouldCycle } from '../../../shared/runbook/graph.ts';
import { disconnect } from '../../../shared/runbook/edits.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import type { EditorPrompt } from '../../stores/editorHistory.ts';
import { effectWords } from '../../stores/words.ts';
import { ActivityIcon } from '../../ui/ActivityIcon.tsx';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { OptionList, type Option } from '../../ui/OptionList.tsx';
import type { CanvasEdits } from './canvasEdits.ts';

interface Props {
  readonly prompt: EditorPrompt | undefined;
  /** The outline is shown: there, a note is written in a dialog. */
  readonly outline: boolean;
  readonly document: Runbook;
  readonly registry: Registry;
  readonly edits: CanvasEdits;
  onSelect(activity: string): void;
  onClose(): void;
}

/** The question that the canvas asks: which activity to add, what to link to, where to go, or a new name. */
export function CanvasDialogs({ prompt, outline, edits, onSelect, onClose, ...props }: Props): ReactElement | null {
  const then = <T,>(work: (answer: T) => void) => (answer: T): void => {
    onClose();
    work(answer);
  };
  switch (prompt?.kind) {
    case undefined:
    case 'tidyUp':
      return null;
    case 'editNote':
      return outline ? <WriteNote before={props.document.notes[prompt.note]?.text ?? ''} onWrite={then((text) => edits.write(prompt.note, text))} onClose={() => then((text: string) => edits.write(prompt.note, text))(props.document.notes[prompt.note]?.text ?? '')} /> : null;
    case 'quickAdd':
      return <QuickAdd {...props} prompt={prompt} onChoose={then((type) => edits.add(type, prompt))} onClose={onClose} />;
    case 'linkTo':
      return <LinkTo {...props} from={prompt.from} onChoose={then((to) => edits.connect(prompt.from, to))} onClose={onClose} />;
    case 'reattach':
      return <Reattach {...props} prompt={prompt} onChoose={then((key) => edits.reattach(prompt.link, { ...prompt.link, [prompt.end]: key }))} onClose={onClose} />;
    case 'follow':
      return <Follow {...props} prompt={prompt} onChoose={then(onSelect)} onClose={onClose} />;
    case 'rename':
      return <Rename what="activity" before={props.document.activities[prompt.activity]?.name ?? ''} onRename={then((name) => edits.rename(prompt.activity, name))} onClose={onClose} />;
    case 'renameGroup':
      return <Rename what="group" before={props.document.groups[prompt.group]?.name ?? ''} onRename={then((name) => edits.renameGroup(prompt.group, name))} onClose={onClose} />;
  }
}

interface ChoiceProps {
  readonly document: Runbook;
  readonly registry: Registry;
  onChoose(id: string): void;
  onClose(): void;
}

type PromptOf<K extends EditorPrompt['kind']> = Extract<EditorPrompt, { readonly kind: K }>;

function ListDialog({ title, onClose, ...list }: { readonly title: string; readonly placeholder: string; readonly empty: string; readonly options: readonly Option[]; onChoose(id: string): void; onClose(): void }): ReactElement {
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>
        <OptionList label={title} {...list} height="min(264px, 50vh)" />
      </DialogContent>
    </Dialog>
  );
}

function QuickAdd({ document, registry, prompt: { after, into }, onChoose, onClose }: ChoiceProps & { readonly prompt: PromptOf<'quickAdd'> }): ReactElement {
  const nameOf = (key: string): string => document.activities[key]?.name ?? key;
  const title = into !== undefined ? `Add activity between ${nameOf(into.from)} and ${nameOf(into.to)}` : after === undefined ? 'Add activity' : `Add activity after ${nameOf(after)}`;
  const options = registry.all.map(({ type, title: label, category, icon, summary, effect, starts }): Option => {
    const refused = into !== undefined && starts === true ? { disabled: 'A monitor cannot be linked into' } : {};
    return { id: type, label, group: category, help: summary, detail: effectWords[effect], icon: <ActivityIcon name={icon} />, ...refused };
  });
  return <ListDialog title={title} placeholder="Search activities" empty="No activity matches." options={options} onChoose={onChoose} onClose={onClose} />;
}

/** The activities of a runbook as a list to choose from; `refusal` says why one cannot be chosen. */
function activityOptions({ document, registry }: Pick<ChoiceProps, 'document' | 'registry'>, keys: readonly string[], refusal: (key: string) => string | undefined): Option[] {
  return keys.flatMap((key): Option[] => {
    const activity = document.activities[key];
    if (activity === undefined) return [];
    const definition = registry.get(activity.type);
    const disabled = refusal(key);
    return [{ id: key, label: activity.name, detail: disabled ?? definition?.title ?? activity.type, icon: <ActivityIcon name={definition?.icon ?? ''} />, ...(disabled === undefined ? {} : { disabled }) }];
  });
}

/** Why two activities cannot be linked. */
function linkRefusal(document: Runbook, registry: Registry, from: string, to: string): string | undefined {
  if (document.links.some((link) => link.from === from && link.to === to)) return 'Linked already';
  if (registry.get(document.activities[to]?.type ?? '')?.starts === true) return 'A monitor cannot be linked into';
  return wouldCycle(document, from, to) ? 'Would run in a circle' : undefined;
}

function LinkTo({ document, registry, from, onChoose, onClose }: ChoiceProps & { readonly from: string }): ReactElement {
  const others = Object.keys(document.activities).filter((key) => key !== from);
  const options = activityOptions({ document, registry }, others, (to) => linkRefusal(document, registry, from, to));
  return <ListDialog title={`Link ${document.activities[from]?.name ?? from} to`} placeholder="Search activities of this runbook" empty="There is no other activity to link to." options={options} onChoose={onChoose} onClose={onClose} />;
}

function Reattach({ document, registry, prompt: { link, end }, onChoose, onClose }: ChoiceProps & { readonly prompt: PromptOf<'reattach'> }): ReactElement {
  const without = disconnect(document, link.from, link.to);
  const others = Object.keys(document.activities).filter((key) => key !== link.from && key !== link.to);
  const options = activityOptions({ document, registry }, others, (key) => (end === 'to' ? linkRefusal(without, registry, link.from, key) : linkRefusal(without, registry, key, link.to)));
  const fixed = document.activities[end === 'to' ? link.from : link.to]?.name ?? '';
  const title = end === 'to' ? `Let the link from ${fixed} lead to` : `Let the link to ${fixed} begin at`;
  return <ListDialog title={title} placeholder="Search activities of this runbook" empty="There is no other activity to link to." options={options} onChoose={onChoose} onClose={onClose} />;
}

function Follow({ document, registry, prompt: { activity, forward }, onChoose, onClose }: ChoiceProps & { readonly prompt: PromptOf<'follow'> }): ReactElement {
  const ends = document.links.flatMap((link) => (forward ? (link.from === activity ? [link.to] : []) : link.to === activity ? [link.from] : []));
  const name = document.activities[activity]?.name ?? activity;
  return <ListDialog title={forward ? `Go on from ${name} to` : `Go back from ${name} to`} placeholder="Search activities" empty="No activity matches." options={activityOptions({ document, registry }, ends, () => undefined)} onChoose={onChoose} onClose={onClose} />;
}

function Rename({ what, before, onRename, onClose }: { readonly what: string; readonly before: string; onRename(name: string): void; onClose(): void }): ReactElement {
  const [name, setName] = useState(before);
  const rename = (): void => (name.trim() === '' ? undefined : onRename(name.trim()));
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>Rename {what}</DialogTitle>
      <DialogContent>
        <OutlinedInput
          autoFocus
          fullWidth
          value={name}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={(event) => (event.key === 'Enter' ? rename() : undefined)}
          slotProps={{ input: { 'aria-label': 'Name' } }}
        />
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" disabled={name.trim() === ''} onClick={rename}>Rename</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}

function WriteNote({ before, onWrite, onClose }: { readonly before: string; onWrite(text: string): void; onClose(): void }): ReactElement {
  const [text, setText] = useState(before);
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth disableRestoreFocus slotProps={{ transition: { timeout: 0 } }}>
      <DialogTitle>Note</DialogTitle>
      <DialogContent>
        <OutlinedInput autoFocus fullWidth multiline minRows={4} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ input: { 'aria-label': 'Text of the note' } }} />
      </DialogContent>
      <DialogButtons accept={<Button variant="contained" onClick={() => onWrite(text)}>Save note</Button>} cancel={<Button onClick={onClose}>Cancel</Button>} />
    </Dialog>
  );
}
