import RemoveIcon from '@mui/icons-material/CloseOutlined';
import { Autocomplete, Box, IconButton, InputAdornment, TextField } from '@mui/material';
import { useMemo, type ReactElement } from 'react';
import type { TraceSummary } from '../../../shared/trace/record.ts';
import { suggestionsFor, type FilterFacts } from '../../stores/traceFilter.ts';

interface Props {
  readonly filter: string;
  readonly rows: readonly TraceSummary[];
  readonly facts: FilterFacts;
  onFilter(filter: string): void;
}

/** The filter of the requests. It suggests the words for each column, and the values that are there. */
export function TraceFilterBox({ filter, rows, facts, onFilter }: Props): ReactElement {
  const options = useMemo(() => suggestionsFor(filter, rows, facts), [filter, rows, facts]);
  return (
    <Autocomplete
      freeSolo
      disableCloseOnSelect
      disableClearable
      forcePopupIcon={false}
      slotProps={{ paper: { variant: 'outlined' } }}
      options={options}
      filterOptions={(all) => all}
      value={filter}
      inputValue={filter}
      getOptionLabel={(option) => (typeof option === 'string' ? option : option.filter)}
      isOptionEqualToValue={(option, value) => typeof value !== 'string' && option.filter === value.filter}
      onInputChange={(_event, text, reason) => (reason === 'input' || reason === 'clear' ? onFilter(text) : undefined)}
      onChange={(_event, chosen) => (typeof chosen === 'string' ? undefined : onFilter(chosen.filter))}
      renderOption={({ key, ...props }, { label, help }) => (
        <Box component="li" key={key} {...props} sx={{ gap: 1, fontSize: '0.8125rem', minHeight: '28px !important' }}>
          <Box component="span" sx={{ fontWeight: 500 }}>{label}</Box>
          <Box component="span" sx={{ color: 'studio.textMuted' }}>{help}</Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder="Filter: status:error  op:FindItem  time>1s  text"
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': 'Filter requests' },
            input: {
              ...params.slotProps.input,
              endAdornment: filter === '' ? undefined : <InputAdornment position="end"><IconButton aria-label="Clear filter" onClick={() => onFilter('')} sx={{ width: 24, height: 24 }}><RemoveIcon sx={{ fontSize: 16 }} /></IconButton></InputAdornment>,
            },
          }}
        />
      )}
      sx={{ flex: '1 1 16rem', minWidth: 180, maxWidth: 520, '& .MuiOutlinedInput-root': { fontSize: '0.8125rem' }, '& .MuiOutlinedInput-input': { height: 28 } }}
    />
  );
}
