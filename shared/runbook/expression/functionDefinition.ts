import { AppError } from '../../errors/appError.ts';
import { parseDecimal, type Decimal } from './decimal.ts';

/** A parameter of a function. The last one may repeat. */
export interface FunctionParameter {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'whole';
  readonly help: string;
  readonly optional?: boolean;
  readonly repeats?: boolean;
}

/** Reads the arguments of one call; a value that does not fit throws AppError `runbook.functionArgument`. */
export interface FunctionArguments {
  readonly count: number;
  text(index: number): string;
  number(index: number): Decimal;
  /** A whole number that is not below a minimum. */
  whole(index: number, minimum: number): number;
}

/** A data manipulation function (runbook-model 2.5): everything completion, documentation, problems and evaluation need. */
export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly FunctionParameter[];
  readonly help: string;
  /** What a call gives; these are its tests and the help that completion shows. */
  readonly examples: readonly { readonly call: string; readonly result: string }[];
  apply(given: FunctionArguments): string;
}

/** The function with its parameters, for example `Mid('Text', Start, Count)`; optional ones stand in brackets. */
export function signature({ name, parameters }: FunctionDefinition): string {
  const parts = parameters.map((parameter, index) => {
    const plain = parameter.kind === 'text' ? `'${parameter.name}'` : parameter.name;
    const shown = `${index === 0 ? '' : ', '}${plain}${parameter.repeats === true ? ', …' : ''}`;
    return parameter.optional === true ? `[${shown}]` : shown;
  });
  return `${name}(${parts.join('')})`;
}

/** Fewest and most arguments a function takes. */
export function arity({ parameters }: FunctionDefinition): { readonly least: number; readonly most: number } {
  const repeats = parameters.some((parameter) => parameter.repeats === true);
  return { least: parameters.filter((parameter) => parameter.optional !== true).length, most: repeats ? Number.POSITIVE_INFINITY : parameters.length };
}

function parameterAt({ parameters }: FunctionDefinition, index: number): string {
  const parameter = parameters[Math.min(index, parameters.length - 1)];
  return parameter?.name ?? String(index + 1);
}

/** Reads argument texts for a function. */
export function argumentsFor(definition: FunctionDefinition, texts: readonly string[]): FunctionArguments {
  const wrong = (index: number, expected: string): AppError => {
    const shown = (texts[index] ?? '').slice(0, 80);
    return new AppError('runbook.functionArgument', { function: definition.name, parameter: parameterAt(definition, index), value: shown, expected });
  };
  return {
    count: texts.length,
    text: (index) => texts[index] ?? '',
    number: (index) => {
      const value = parseDecimal(texts[index] ?? '');
      if (value === undefined) throw wrong(index, 'a number');
      return value;
    },
    whole: (index, minimum) => {
      const value = (texts[index] ?? '').trim();
      const read = /^[+-]?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      if (!(read >= minimum)) throw wrong(index, `a whole number of ${minimum} or more`);
      return read;
    },
  };
}
