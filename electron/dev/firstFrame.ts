import type { Plugin } from 'vite';
import { colorTokens } from '../../renderer/app/colorTokens.ts';

const { light, dark, highContrast } = colorTokens;
const either = (name: 'rail' | 'surface' | 'border'): string => `light-dark(${light[name]}, ${dark[name]})`;

/** Rail and status bar as they are delivered, in CSS pixels. */
const [rail, statusBar] = [77, 26];

/** The frame takes the system's side, which main has set by then; for high contrast main opens the page at `#highContrast`. */
const style = `
html { background: ${either('surface')} }
html:has(#highContrast:target) { background: ${highContrast.surface} }
.first-frame { position: fixed; inset: 0; border: 0 solid ${either('rail')}; border-left-width: ${rail - 1}px; border-bottom-width: ${statusBar - 1}px; box-shadow: inset 1px -1px ${either('border')} }
.first-frame:target { border-color: ${highContrast.rail}; box-shadow: inset 1px -1px ${highContrast.border} }
`;

/** Draws the outline of the window into the page itself, in the theme's colors: it is there before any script has run, and what the first screen shows takes its place. */
export function firstFrame(): Plugin {
  return {
    name: 'first-frame',
    transformIndexHtml: (html) =>
      html
        .replace('</head>', `<style>${style.replaceAll('\n', ' ')}</style>\n  </head>`)
        .replace('<div id="root"></div>', '<div id="root"><div id="highContrast" class="first-frame" aria-hidden="true"></div></div>'),
  };
}
