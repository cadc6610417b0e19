import { MiniMap, type MiniMapNodeProps } from '@xyflow/react';
import { createContext, memo, useContext, useMemo, type ReactElement } from 'react';
import { color } from '../../ui/color.ts';
import type { CanvasNode } from './canvasNodes.ts';

interface Shape {
  /** The node in whose place all are drawn. */
  readonly at: string | undefined;
  /** All nodes, as a path of SVG. */
  readonly path: string;
}

const ShapeContext = createContext<Shape>({ at: undefined, path: '' });

function shapeOf(all: readonly CanvasNode[]): Shape {
  const nodes = all.filter(({ hidden }) => hidden !== true);
  return { at: nodes[0]?.id, path: nodes.map(({ position: { x, y }, width = 0, height = 0 }) => `M${x},${y}h${width}v${height}h${-width}z`).join('') };
}

/** In pixels; what React Flow works the scale out from. */
const size = { width: 148, height: 96 } as const;

/** React Flow asks for each node by itself; the first is drawn as all of them. */
function WholeShape({ id }: MiniMapNodeProps): ReactElement | null {
  const { at, path } = useContext(ShapeContext);
  return id === at ? <path d={path} fill={color('controlBorder')} /> : null;
}

/**
 * The runbook as a whole, small, with a frame around what is seen. The frame changes with every step of panning, and then the browser lays
 * out and paints everything below it: one shape for all nodes instead of a rectangle each.
 */
export const Overview = memo(function Overview({ nodes }: { readonly nodes: readonly CanvasNode[] }): ReactElement {
  const shape = useMemo(() => shapeOf(nodes), [nodes]);
  return (
    <ShapeContext value={shape}>
      <MiniMap pannable zoomable position="bottom-right" style={size} ariaLabel="Overview of the runbook" maskStrokeWidth={2} nodeComponent={WholeShape} />
    </ShapeContext>
  );
});
