import './window.ts';
import './browserStandIns.ts';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach } from 'vitest';
import { leftovers } from './leftovers.ts';

// What is waited for comes when it comes, also on a computer that is busy with other tests.
configure({ asyncUtilTimeout: 8_000 });

const leftByThisFile = leftovers();

afterEach(cleanup);
afterAll(() => {
  const left = leftByThisFile();
  if (left.length > 0) throw new Error(`This file leaves to the next one in the same window:\n${left.join('\n')}`);
});
