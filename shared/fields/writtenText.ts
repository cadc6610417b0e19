import { z } from 'zod';

/** A value as a file says it: YAML's own booleans and numbers are taken as their text. */
export const WrittenText = z.union([z.string(), z.boolean().transform((value) => (value ? 'True' : 'False')), z.number().transform(String)]);
