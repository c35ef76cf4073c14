import dagre from '@dagrejs/dagre';
import { useMemo } from 'react';
import { useT } from '../i18n/i18n.ts';
import styles from './execution.module.css';
import { Section } from './record-page.tsx';

/** A state machine as Amazon States Language writes it: as much of it as a drawing needs. */
export interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, MachineState>>;
}
interface MachineState {
  readonly Type: string;
  readonly Next?: string;
  readonly Default?: string;
  readonly Catch?: readonly { readonly Next: string }[];
  readonly Choices?: readonly { readonly Next?: string }[];
}

const WIDTH = 150;
const HEIGHT = 34;

/** Where the record's execution is, drawn as its state machine with the current state lit. */
export function Execution({
  machine,
  current,
  names,
  note,
}: {
  readonly machine: Machine;
  readonly current: string | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly note?: string;
}) {
  const t = useT();
  const { nodes, edges, left, width, height } = useMemo(() => layout(machine), [machine]);
  const nameOf = (state: string) => names[state] ?? state;
  return (
    <Section title={t('records.execution')}>
      {note && <p className="dimmed">{note}</p>}
      <div className={styles.drawing}>
        <svg
          viewBox={`${left} 0 ${width} ${height}`}
          width={width}
          role="img"
          aria-label={t('records.executionAt', { state: current ? nameOf(current) : t('records.executionOver') })}
        >
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
              <path d="M0 0 8 4 0 8z" className={styles.head} />
            </marker>
          </defs>
          {edges.map(({ key, path }) => (
            <path key={key} d={path} className={styles.edge} markerEnd="url(#arrow)" />
          ))}
          {nodes.map(({ id, x, y }) => (
            <g
              key={id}
              transform={`translate(${x - WIDTH / 2} ${y - HEIGHT / 2})`}
              className={styles.node}
              data-current={id === current || undefined}
            >
              <rect width={WIDTH} height={HEIGHT} rx={8} />
              <text x={WIDTH / 2} y={HEIGHT / 2 + 4} textAnchor="middle">
                {nameOf(id)}
              </text>
            </g>
          ))}
        </svg>
      </div>
    </Section>
  );
}

function layout({ States }: Machine) {
  const graph = new dagre.graphlib.Graph()
    .setGraph({ rankdir: 'TB', nodesep: 14, ranksep: 26, marginx: 6, marginy: 6 })
    .setDefaultEdgeLabel(() => ({}));
  // What needs a person is where every state goes that fails: its arrows would hide all others.
  const shown = Object.entries(States).filter(([, { Type }]) => Type !== 'Fail');
  const ids = new Set(shown.map(([id]) => id));
  for (const id of ids) graph.setNode(id, { width: WIDTH, height: HEIGHT });
  for (const [id, state] of shown) for (const to of nextOf(state)) if (ids.has(to)) graph.setEdge(id, to);
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  // Arrows around the outside go beyond the width that the layout tells.
  const across = graph.edges().flatMap((edge) => graph.edge(edge).points.map(({ x }: { x: number }) => x));
  const left = Math.min(0, ...across.map((x) => x - 6));
  return {
    left,
    width: Math.max(width, ...across.map((x) => x + 6)) - left,
    height,
    nodes: graph.nodes().map((id) => ({ id, x: graph.node(id).x, y: graph.node(id).y })),
    edges: graph.edges().map((edge) => ({
      key: `${edge.v}-${edge.w}`,
      path: `M${graph
        .edge(edge)
        .points.map(({ x, y }: { x: number; y: number }) => `${x} ${y}`)
        .join('L')}`,
    })),
  };
}

const nextOf = ({ Next, Default, Catch = [], Choices = [] }: MachineState): string[] => [
  ...new Set([Next, Default, ...Catch.map((each) => each.Next), ...Choices.map((each) => each.Next)].filter((next) => next !== undefined)),
];
