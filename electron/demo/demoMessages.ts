import { z } from 'zod';
import { DemoFault, DemoState } from '../../shared/demo/demo.ts';

/** How the worker is started. */
export const DemoWorkerOptions = z.object({
  port: z.number().int().optional(),
  seed: z.number().int().optional(),
  identityKey: z.string().optional(),
  certificate: z.object({ key: z.string(), cert: z.string() }).optional(),
});
export type DemoWorkerOptions = z.infer<typeof DemoWorkerOptions>;

/** A call from the host to the worker. */
export const DemoCall = z.discriminatedUnion('call', [
  z.object({ id: z.number(), call: z.literal('state') }),
  z.object({ id: z.number(), call: z.literal('setFault'), fault: DemoFault }),
  z.object({ id: z.number(), call: z.literal('reset') }),
  z.object({ id: z.number(), call: z.literal('close') }),
]);
export type DemoCall = z.infer<typeof DemoCall>;

const Facts = z.object({
  url: z.string(),
  autodiscoverUrl: z.string(),
  users: z.array(z.object({ username: z.string(), password: z.string(), domain: z.string(), mailbox: z.string() })),
});

/** What the worker tells the host: that it listens, that it could not, the answer to a call with the state after it, or that the state changed. */
export const DemoNote = z.discriminatedUnion('note', [
  z.object({ note: z.literal('listening'), facts: Facts }),
  z.object({ note: z.literal('failed'), message: z.string(), code: z.string().optional() }),
  z.object({ note: z.literal('answer'), id: z.number(), state: DemoState }),
  z.object({ note: z.literal('changed') }),
]);
export type DemoNote = z.infer<typeof DemoNote>;
