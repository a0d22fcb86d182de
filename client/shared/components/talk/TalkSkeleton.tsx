/** The shape of a talk that is on its way. */
export function TalkSkeleton() {
  return (
    <div className="talk-skeleton" aria-hidden="true">
      {['52%', '38%', '60%', '30%', '46%'].map((width, index) => (
        <i key={width} className={index % 2 ? 'ours' : 'theirs'} style={{ width }} />
      ))}
    </div>
  );
}
