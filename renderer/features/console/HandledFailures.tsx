import HandledIcon from '@mui/icons-material/AltRouteOutlined';
import { Button, ListItemText, Menu, MenuItem } from '@mui/material';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { handledFailures, type Found } from '../../../shared/engine/runTree.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import { itemText } from '../../stores/runText.ts';
import { count } from '../../stores/words.ts';

/** So many are listed; who wants more finds them in the list of executions. */
const mostListed = 50;

function placeOf({ view, execution, outermost }: Found): string {
  const name = view.names[execution.activity] ?? execution.activity;
  return [execution === outermost ? name : `${view.runbook} › ${name}`, itemText(execution)].filter((part) => part !== '').join(', ');
}

interface Props {
  readonly view: RunView;
  /** The way to an execution. */
  onShow(path: string): void;
}

/** The failures that a link took care of: they leave the run successful, and a person wants to know of them all the same. */
export function HandledFailures({ view, onShow }: Props): ReactElement | null {
  const failures = useMemo(() => handledFailures(view), [view]);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const [first] = failures;
  if (first === undefined) return null;
  const label = `${count(failures.length, 'failure')} handled`;
  const shown = failures.slice(0, mostListed);
  return (
    <>
      <Button ref={button} variant="text" color="warning" startIcon={<HandledIcon />} aria-haspopup="menu" aria-expanded={open} title={`${label}: ${placeOf(first)}`} onClick={() => setOpen(true)} sx={{ minHeight: 26, paddingBlock: 0, whiteSpace: 'nowrap', flexShrink: 0 }}>
        {label}
      </Button>
      <Menu open={open} anchorEl={() => button.current} onClose={() => setOpen(false)} slotProps={{ list: { 'aria-label': 'Failures that were handled' }, paper: { sx: { maxWidth: 560 } } }}>
        {shown.map((found) => (
          <MenuItem
            key={found.path}
            onClick={() => {
              setOpen(false);
              onShow(found.path);
            }}
          >
            <ListItemText primary={placeOf(found)} secondary={found.execution.error?.what ?? found.execution.reason} slotProps={{ primary: { noWrap: true }, secondary: { sx: { whiteSpace: 'normal' } } }} />
          </MenuItem>
        ))}
        {failures.length > shown.length && <MenuItem disabled>{`and ${count(failures.length - shown.length, 'more failure')}`}</MenuItem>}
      </Menu>
    </>
  );
}
