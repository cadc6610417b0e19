import { z } from 'zod';
import { WrittenText } from '../fields/writtenText.ts';

/** A variable as its file holds it. The value of an encrypted one is in the computer's credential store and never here. */
export const Variable = z.object({
  value: WrittenText.default(''),
  encrypted: z.boolean().default(false),
  description: z.string().optional(),
  /** Where it stands in the list, for example `Mail/Archive`; it says nothing about who may use it. */
  folder: z.string().optional(),
});
export type Variable = z.infer<typeof Variable>;

export const variablesFormatVersion = 1;

/** `variables.yaml`: variables by name, which is what references say. */
export const VariablesFile = z.object({
  formatVersion: z.number().int().default(variablesFormatVersion),
  variables: z.record(z.string(), Variable).default({}),
});
export type VariablesFile = z.infer<typeof VariablesFile>;

/** What a runbook is judged by: which variables there are, and which of them lack their value on this computer. */
export interface VariableFact {
  readonly name: string;
  readonly encrypted: boolean;
  /** False for an encrypted variable whose value this computer does not have. */
  readonly stored: boolean;
}
