import '@fontsource-variable/inter/index.css';
import '@fontsource/jetbrains-mono/latin-400.css';
import '@fontsource/jetbrains-mono/latin-ext-400.css';
import { z } from 'zod';
import { client } from './api/client.ts';
import { start } from './app/start.tsx';

// The page's policy forbids code that is made while it runs; asked to do without, the schemas do not try.
z.config({ jitless: true });
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
void start(client(), root);
