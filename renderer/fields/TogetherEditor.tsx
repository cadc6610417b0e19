import type { ReactElement, ReactNode } from 'react';
import type { Field, Together } from '../../shared/fields/field.ts';
import { RecurrenceEditor } from './RecurrenceEditor.tsx';
import { startDay, type RecurrenceTexts } from './recurrenceTexts.ts';

interface Props {
  readonly together: Together;
  readonly id: string;
  /** Fields and texts of all properties, by key. */
  readonly fields: Readonly<Record<string, Field>>;
  texts(key: string): string;
  readonly disabled: boolean;
  /** Buttons beside the label. */
  readonly adornment?: ReactNode;
  /** Texts that change; empty is not given. */
  onChange(change: Readonly<Record<string, string>>): void;
  onBlur(): void;
}

/** The editor for fields that are edited together. An editor more is a case more here. */
export function TogetherEditor({ together, id, fields, texts, disabled, adornment, onChange, onBlur }: Props): ReactElement {
  const all: RecurrenceTexts = {
    recurrence: texts('recurrence'),
    recursOnTheseDays: texts('recursOnTheseDays'),
    recurrenceInterval: texts('recurrenceInterval'),
    numberOfOccurrences: texts('numberOfOccurrences'),
    recurrenceEnds: texts('recurrenceEnds'),
  };
  switch (together.editor) {
    case 'recurrence':
      return <RecurrenceEditor id={id} texts={all} start={startDay(texts(together.start))} startLabel={fields[together.start]?.label ?? together.start} disabled={disabled} adornment={adornment} onChange={(change) => onChange({ ...change })} onBlur={onBlur} />;
  }
}
