import { createContext, useContext } from 'react';
import { activities, type Registry } from '../../shared/activities/registry.ts';

/** The activities this window offers; a test provides a registry with one of its own. */
export const RegistryContext = createContext<Registry>(activities);

/** The activities this window offers. */
export const useRegistry = (): Registry => useContext(RegistryContext);
