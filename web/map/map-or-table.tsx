export type MapOrTableProps = { value: 'map' | 'table'; onChange: (value: 'map' | 'table') => void };

const CHOICES = [
  {
    value: 'map',
    words: 'Map',
    icon: 'm2.5 4.2 3.7-1.4 3.6 1.4 3.7-1.4v9l-3.7 1.4-3.6-1.4-3.7 1.4zM6.2 2.8v9M9.8 4.2v9',
  },
  { value: 'table', words: 'Table', icon: 'M2.5 3.5h11v9h-11zM2.5 6.6h11M6.4 3.5v9' },
] as const;

/** The same areas and numbers as a picture or as rows. */
export function MapOrTable({ value, onChange }: MapOrTableProps) {
  return (
    <fieldset className="map-float map-or-table">
      <legend>Show as</legend>
      {CHOICES.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
        >
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
            <path d={choice.icon} />
          </svg>
          {choice.words}
        </button>
      ))}
    </fieldset>
  );
}
