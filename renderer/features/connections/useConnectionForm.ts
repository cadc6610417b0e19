import { useState } from 'react';
import { useStore } from 'zustand';
import { connectionFields, type Connection } from '../../../shared/connections/connection.ts';
import type { ConnectionDraft, ConnectionEntry } from '../../../shared/connections/draft.ts';
import { validateConnection } from '../../../shared/connections/validate.ts';
import { useStores } from '../../stores/stores.ts';
import { connectionOf, isVisible, readProblems, valuesOf, type FormValues } from './formValues.ts';

/** What is wrong or doubtful in a form, by field. */
export interface FormProblems {
  readonly errors: ReadonlyMap<string, string>;
  readonly warnings: ReadonlyMap<string, string>;
}

/** A configuration while it is edited. */
export interface ConnectionForm {
  readonly values: FormValues;
  /** What the values describe now, complete or not. */
  readonly connection: Connection;
  readonly password: string;
  /** A stored password is being replaced. */
  readonly replacing: boolean;
  readonly changed: boolean;
  /** Problems of the fields that were left, or of all once OK or Test was pressed. */
  readonly problems: FormProblems;
  set(field: string, value: string): void;
  setPassword(password: string): void;
  setReplacing(replacing: boolean): void;
  /** The field was left: its problem may be shown. */
  leave(field: string): void;
  /** What to save or test; undefined when something is wrong, after the focus went to the first problem. */
  submit(): ConnectionDraft | undefined;
}

/** Id of the control of a field, unique among the forms that can be open at once. */
export const controlId = (field: string): string => `connection-${field}`;

/** The state of the form for a configuration, or for a new one. */
export function useConnectionForm(entry: ConnectionEntry | undefined): ConnectionForm {
  const { connections } = useStores();
  const entries = useStore(connections, (state) => state.entries);
  const [values, setValues] = useState(() => valuesOf(entry?.connection));
  const [password, setPassword] = useState('');
  const [replacing, setReplacing] = useState(false);
  const [changed, setChanged] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [submitted, setSubmitted] = useState(false);

  const connection = connectionOf(values, entry?.connection);
  const otherNames = entries.filter(({ key }) => key !== entry?.key).map((other) => other.connection.name);
  const found = validateConnection(connection, { otherNames, passwordGiven: password !== '' || entry?.secret.stored === true || entry?.secret.problem !== undefined });
  const unread = readProblems(values);
  const seen = (field: string): boolean => submitted || left.has(field);
  const of = (severity: 'error' | 'warning'): Map<string, string> => {
    const problems = found.filter((problem) => problem.severity === severity && !unread.has(problem.field));
    return new Map(problems.toReversed().map(({ field, message }) => [field, message]));
  };
  const errors = new Map([...of('error'), ...unread]);
  const shown = (problems: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...problems].filter(([field]) => seen(field)));

  return {
    values,
    connection,
    password,
    replacing,
    changed,
    problems: { errors: shown(errors), warnings: shown(of('warning')) },
    set: (field, value) => {
      setValues((before) => ({ ...before, [field]: value }));
      setChanged(true);
    },
    setPassword: (typed) => {
      setPassword(typed);
      setChanged(true);
    },
    setReplacing: (on) => {
      setReplacing(on);
      setPassword('');
    },
    leave: (field) => setLeft((before) => new Set([...before, field])),
    submit() {
      setSubmitted(true);
      const first = Object.entries(connectionFields).find(([field, definition]) => isVisible(definition, values) && errors.has(field));
      if (first !== undefined) {
        document.getElementById(controlId(first[0]))?.focus();
        return undefined;
      }
      return { connection, ...(entry === undefined ? {} : { key: entry.key }), ...(password === '' ? {} : { password }) };
    },
  };
}
