import { Box, OutlinedInput, Typography } from '@mui/material';
import { useId, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { color } from './color.ts';
import { fit, holding } from './fuzzy.ts';

/** One thing that can be chosen. */
export interface Option {
  readonly id: string;
  readonly label: string;
  /** Second column, for example a type or a value. */
  readonly detail?: string | undefined;
  /** A sentence about it, shown below while the option is the active one. */
  readonly help?: string | undefined;
  readonly group?: string | undefined;
  readonly icon?: ReactNode;
  /** Why it cannot be chosen; such an option is shown and passed over. */
  readonly disabled?: string | undefined;
  /** False: the option is shown only where a search matches it. */
  readonly found?: boolean | undefined;
}

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly options: readonly Option[];
  /** What is shown where nothing matches. */
  readonly empty: string;
  onChoose(id: string): void;
  readonly autoFocus?: boolean;
  readonly height?: number | string;
  /** What fits best comes first, whatever its group; letters in order are enough. */
  readonly ranked?: boolean;
}

const textOf = ({ label, detail = '', help = '', group = '' }: Option): string => `${label} ${detail} ${group} ${help}`;

/** The options that fit what was typed, the best first. Equal ones keep their order. */
function rankedOptions(options: readonly Option[], query: string): readonly Option[] {
  const fitting = options.flatMap((option) => {
    const value = fit(query, option.label, `${option.detail ?? ''} ${option.help ?? ''}`);
    return value === undefined ? [] : [{ option, value }];
  });
  return fitting.toSorted((one, other) => other.value - one.value).map(({ option }) => option);
}

/** A search field over a list: type to filter, arrows to choose, Enter to take. The field keeps the focus. */
export function OptionList({ label, placeholder, options, empty, onChoose, autoFocus = true, height = 320, ranked = false }: Props): ReactElement {
  const id = useId();
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<string | undefined>(undefined);
  const searches = query.trim() !== '';
  const byFit = ranked && searches;
  const shown = byFit ? rankedOptions(options, query) : holding(options.filter((option) => searches || option.found !== false), query, textOf);
  const open = shown.filter((option) => option.disabled === undefined);
  const active = open.find((option) => option.id === wanted) ?? open[0];

  const activate = (option: Option | undefined): void => {
    setWanted(option?.id);
    if (option !== undefined) document.getElementById(`${id}-${option.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = active === undefined ? -1 : open.indexOf(active);
    const to = { ArrowDown: Math.min(open.length - 1, at + 1), ArrowUp: Math.max(0, at - 1), PageDown: Math.min(open.length - 1, at + 8), PageUp: Math.max(0, at - 8) }[event.key];
    if (to !== undefined) activate(open[to]);
    else if (event.key === 'Enter' && active !== undefined) onChoose(active.id);
    else return;
    event.preventDefault();
  };

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, gap: 1 }}>
      <OutlinedInput
        fullWidth
        autoFocus={autoFocus}
        value={query}
        placeholder={placeholder}
        onChange={(event) => {
          setQuery(event.target.value);
          setWanted(undefined);
        }}
        onKeyDown={onKeyDown}
        slotProps={{ input: { role: 'combobox', 'aria-label': label, 'aria-expanded': true, 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list', autoComplete: 'off', ...(active === undefined ? {} : { 'aria-activedescendant': `${id}-${active.id}` }) } }}
      />
      <Box id={`${id}-list`} role="listbox" aria-label={label} tabIndex={-1} sx={{ height, overflow: 'auto', border: `1px solid ${color('border')}`, borderRadius: 1, paddingBlock: 0.5, bgcolor: 'studio.surface' }}>
        {shown.length === 0 && <Typography variant="body2" sx={{ padding: 2, color: 'studio.textMuted' }}>{empty}</Typography>}
        {shown.map((option, index) => (
          <Box key={option.id} role="presentation">
            {!byFit && option.group !== undefined && option.group !== shown[index - 1]?.group && (
              <Typography variant="overline" component="div" role="presentation" sx={{ paddingInline: 1.25, paddingTop: index === 0 ? 0.25 : 1, color: 'studio.textMuted' }}>{option.group}</Typography>
            )}
            <Row option={option} id={`${id}-${option.id}`} active={option === active} onChoose={() => onChoose(option.id)} onHover={() => setWanted(option.id)} />
          </Box>
        ))}
      </Box>
      <Typography variant="caption" component="div" aria-live="off" sx={{ minHeight: '2.8em', color: 'studio.textMuted' }}>{active?.help ?? ''}</Typography>
    </Box>
  );
}

interface RowProps {
  readonly option: Option;
  readonly id: string;
  readonly active: boolean;
  onChoose(): void;
  onHover(): void;
}

function Row({ option, id, active, onChoose, onHover }: RowProps): ReactElement {
  const disabled = option.disabled !== undefined;
  return (
    <Box
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={disabled}
      title={option.disabled ?? option.help}
      onMouseMove={disabled || active ? undefined : onHover}
      // The field keeps the focus, so that typing goes on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={disabled ? undefined : onChoose}
      sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 'var(--studio-row)', paddingInline: 1.25, fontSize: '0.8125rem', cursor: disabled ? 'default' : 'pointer', opacity: disabled ? 0.6 : 1, ...(active ? { bgcolor: 'studio.selected', boxShadow: `inset 2px 0 ${color('accent')}` } : {}) }}
    >
      {option.icon !== undefined && <Box sx={{ display: 'inline-flex', color: 'studio.textMuted' }}>{option.icon}</Box>}
      <Box component="span" sx={{ flex: '1 1 auto', minWidth: '40%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{option.label}</Box>
      {option.detail !== undefined && <Box component="span" sx={{ color: 'studio.textMuted', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontSize: '0.75rem' }}>{option.detail}</Box>}
    </Box>
  );
}
