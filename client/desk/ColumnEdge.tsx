import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

interface ColumnEdgeProps {
  label: string;
  width: number;
  least: number;
  most: number;
  /** Which way the column grows when the edge is moved to the right. */
  grows: 'right' | 'left';
  /** Scale at which the desk is drawn: CSS pixels times this are screen pixels. */
  scale: number;
  onWidth(width: number): void;
}

const stepPx = 16;

/** The edge of a column: it is dragged, or moved by the arrow keys. */
export function ColumnEdge({ label, width, least, most, grows, scale, onWidth }: ColumnEdgeProps) {
  const drag = useRef<{ x: number; width: number } | null>(null);
  const sign = grows === 'right' ? 1 : -1;
  const set = (next: number) => onWidth(Math.round(Math.max(least, Math.min(most, next))));
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? stepPx : event.key === 'ArrowLeft' ? -stepPx : 0;
    if (by !== 0) set(width + sign * by);
    else if (event.key === 'Home') set(least);
    else if (event.key === 'End') set(most);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag.current) set(drag.current.width + (sign * (event.clientX - drag.current.x)) / scale);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is no `hr`
    <div
      className="column-edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        drag.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null;
      }}
    />
  );
}
