import { createContext, useContext } from 'react';
import type { AppApi } from '../../shared/ipc/contract.ts';

const ApiContext = createContext<AppApi | undefined>(undefined);

/** Gives the client to components that ask main for something that no store holds. */
export const ApiProvider = ApiContext.Provider;

/** The client. Throws outside a provider. */
export function useApi(): AppApi {
  const api = useContext(ApiContext);
  if (api === undefined) throw new Error('There is no ApiProvider above this component.');
  return api;
}
