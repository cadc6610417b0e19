// React Flow's own example of many nodes: default nodes and edges, background, nothing else.
import { Background, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const root = createRoot(document.getElementById('root'));

window.show = ({ places, links, size, viewport }) => {
  const nodes = places.map(([id, x, y]) => ({ id, position: { x, y }, data: { label: id } }));
  const edges = links.map(([source, target]) => ({ id: `${source}>${target}`, source, target }));
  const flow = createElement(ReactFlow, { key: nodes.length, defaultNodes: nodes, defaultEdges: edges, defaultViewport: viewport, panOnScroll: true, minZoom: 0.2 }, createElement(Background));
  root.render(createElement('div', { style: { width: size.width, height: size.height } }, flow));
};
document.documentElement.dataset.ready = 'true';
