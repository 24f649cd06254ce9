import { counted } from '../../kernel/words';
import type { CandidateLine, ProctorLine, RoomLine } from './answer';
import type { Choice } from './moving';

/** Other rooms with a free seat, the emptiest first. */
export function roomsFor({ roomId }: CandidateLine, rooms: readonly RoomLine[]): Choice[] {
  const group = rooms.find(({ id }) => id === roomId)?.group;
  return rooms
    .filter((room) => room.id !== roomId && room.seated < room.capacity && room.group === group)
    .sort((a, b) => b.capacity - b.seated - (a.capacity - a.seated) || a.number - b.number)
    .map(({ id, number, capacity, seated, proctors }) => ({
      value: id,
      words: `Room ${number} · ${counted(capacity - seated, 'free seat')} · ${namesOf(proctors)}`,
    }));
}

/** Those on duty who are there and are not in the room yet, the least loaded first. */
export function proctorsFor(room: RoomLine, proctors: readonly ProctorLine[]): Choice[] {
  const inside = new Set(room.proctors.map(({ proctor }) => proctor));
  return proctors
    .filter(({ proctor, gone }) => !gone && !inside.has(proctor))
    .sort((a, b) => a.candidates - b.candidates || a.rooms.length - b.rooms.length)
    .map(({ proctor, name, candidates, rooms }) => ({
      value: proctor,
      words: `${name} · ${rooms.length === 0 ? 'free' : `${counted(candidates, 'candidate')} now`}`,
    }));
}

function namesOf(proctors: RoomLine['proctors']): string {
  return proctors.length === 0 ? 'unwatched' : proctors.map(({ name }) => name).join(', ');
}
