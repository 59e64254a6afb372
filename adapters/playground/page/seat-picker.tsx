import type { Seat } from '../seats.ts';
import { Avatar } from './avatar.tsx';
import { words } from './words.ts';

interface SeatPickerProps {
  readonly column: number;
  readonly seats: readonly Seat[];
  readonly chosen: Seat;
  readonly unread: Readonly<Record<string, number>>;
  onChoose(id: string): void;
}

/** Who sits in this place. */
export const SeatPicker = ({ column, seats, chosen, unread, onChoose }: SeatPickerProps) => (
  <div className="picker">
    <div className="picker-who">
      <h2>{chosen.name}</h2>
      <p>
        {chosen.role}{' '}
        <span className={`platform is-${chosen.platform}`}>{words.onPlatform[chosen.platform]}</span>
      </p>
    </div>
    <fieldset className="picker-seats">
      <legend className="sr">{words.seatGroup(column)}</legend>
      {seats.map((seat) => {
        const count = unread[seat.id] ?? 0;
        const news = count > 0 ? `, ${words.unread(count)}` : '';
        const label = `${seat.name}, ${seat.role}, ${words.onPlatform[seat.platform]}`;
        return (
          <button
            key={seat.id}
            type="button"
            className="picker-seat"
            title={label}
            aria-label={label + news}
            aria-pressed={seat.id === chosen.id}
            onClick={() => onChoose(seat.id)}
          >
            <Avatar seat={seat} size={34} />
            <span className={`picker-dot is-${seat.platform}`} aria-hidden="true" />
            {count > 0 ? (
              <span className="badge" aria-hidden="true">
                {count}
              </span>
            ) : null}
          </button>
        );
      })}
    </fieldset>
  </div>
);
