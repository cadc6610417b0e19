import { assertNever } from '../errors/result.ts';
import { boolean, dateTime, integer, text, type Field, type ParameterDeclaration } from '../fields/field.ts';

/** The field of a declared parameter: what a run asks for and what the activity publishes. */
export function parameterField(parameter: ParameterDeclaration): Field {
  const help = parameter.description ?? `${parameter.name} of the runbook.`;
  const options = { label: parameter.name, help, ...(parameter.default === undefined ? {} : { default: parameter.default }) };
  switch (parameter.type) {
    case 'String':
      return text(options);
    case 'Integer':
      return integer(options);
    case 'Boolean':
      return boolean(options);
    case 'DateTime':
      return dateTime(options);
    default:
      return assertNever(parameter.type);
  }
}

const prefix = 'parameter.';

/** The key of the property that holds the value for a parameter of another runbook. */
export const parameterKey = (name: string): string => `${prefix}${name}`;

/** The name of the parameter that a property holds the value for; the key itself where it is none. */
export const parameterNameOf = (key: string): string => (key.startsWith(prefix) ? key.slice(prefix.length) : key);

/** Whether a property holds the value for a parameter of another runbook. */
export const isParameterKey = (key: string): boolean => key.startsWith(prefix);
