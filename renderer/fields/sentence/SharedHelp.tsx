import { Box, FormHelperText } from '@mui/material';
import { useState, type FocusEvent, type ReactElement, type ReactNode } from 'react';
import { afterPress } from '../../ui/afterPress.ts';
import { unseen } from '../../ui/unseen.ts';

/** Fields too narrow for a sentence each: what the one with the focus is for stands below all of them. */
export function SharedHelp({ children }: { readonly children: ReactNode }): ReactElement {
  const [help, setHelp] = useState('');
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>): void => {
    // A menu of one of the fields is drawn elsewhere in the document; while it is open the help stays.
    if (currentTarget.contains(target)) setHelp(target.closest<HTMLElement>('[data-field-help]')?.dataset['fieldHelp'] ?? '');
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    const above = relatedTarget instanceof Element && relatedTarget.closest('.MuiModal-root')?.contains(currentTarget) === false;
    if (!above && !currentTarget.contains(relatedTarget)) afterPress(() => setHelp(''));
  };
  return (
    <Box onFocus={onFocus} onBlur={onBlur} sx={{ display: 'contents' }}>
      {children}
      {help !== '' && <FormHelperText aria-hidden sx={{ margin: 0 }}>{help}</FormHelperText>}
    </Box>
  );
}

interface Props {
  /** Of the sentence; what the control names in `aria-describedby`. */
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly children: ReactNode;
}

/** A control whose help stands below all fields around it, and is what F1 shows first. */
export function Helped({ id, label, help, children }: Props): ReactElement {
  return (
    <Box data-field={label} data-field-help={help} sx={{ display: 'grid', minWidth: 0, position: 'relative' }}>
      {children}
      <span id={id} style={unseen}>{help}</span>
    </Box>
  );
}
