import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { expect, it } from 'vitest';
import { ParametersEditor } from '../../../renderer/fields/ParametersEditor.tsx';
import { parameters, type ParameterDeclaration } from '../../../shared/fields/field.ts';
import { showWith } from '../showWith.tsx';

const field = parameters({ label: 'Parameters', help: 'Values that a run is given.' });

function Form({ start, seen }: { readonly start: readonly ParameterDeclaration[]; readonly seen: ParameterDeclaration[][] }): ReactElement {
  const [value, setValue] = useState(start);
  return (
    <ParametersEditor
      field={field}
      id="parameters"
      value={value}
      onChange={(next) => {
        seen.push([...next]);
        setValue(next);
      }}
    />
  );
}

it('adds a row with a name that is not taken, and takes rows away', async () => {
  const seen: ParameterDeclaration[][] = [];
  showWith(<Form start={[{ name: 'Parameter 1', type: 'String' }]} seen={seen} />);
  expect(screen.getByRole('group', { name: 'Parameters' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Add parameter' }));
  expect(seen.at(-1)?.map(({ name }) => name)).toEqual(['Parameter 1', 'Parameter 2']);
  await userEvent.click(screen.getByRole('button', { name: 'Remove Parameter 1' }));
  expect(seen.at(-1)).toEqual([{ name: 'Parameter 2', type: 'String' }]);
});

it('changes name, type and default of a row', async () => {
  const seen: ParameterDeclaration[][] = [];
  showWith(<Form start={[{ name: 'Folder', type: 'String' }]} seen={seen} />);
  await userEvent.type(screen.getByRole('textbox', { name: 'Name of parameter 1' }), 's');
  await userEvent.click(screen.getByRole('combobox', { name: 'Type of Folders' }));
  await userEvent.click(screen.getByRole('option', { name: 'Integer' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Default of Folders' }), '3');
  expect(seen.at(-1)).toEqual([{ name: 'Folders', type: 'Integer', default: '3' }]);
});
