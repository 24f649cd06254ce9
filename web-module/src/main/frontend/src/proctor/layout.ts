/** Width over height of a picture. */
const SHAPE = 16 / 9;
/** Name and state below a picture. */
const CAPTION = 46;
const GAP = 8;
/** Where there is no end below, tiles are so wide at least. */
const READABLE = 172;
/** Narrower tiles show nothing that one could judge by. */
const NARROWEST = 110;

export interface Space {
  width: number;
  /** Undefined where the page scrolls instead. */
  height?: number;
}

export interface Layout {
  columns: number;
  /** The height of a row; undefined where the page scrolls and each row is as high as its tiles. */
  row?: number;
}

/** Columns and rows that make the pictures of so many tiles as large as the space allows. */
export function layoutOf(tiles: number, { width, height }: Space): Layout {
  const most = Math.max(1, Math.floor((width + GAP) / (NARROWEST + GAP)));
  if (height === undefined) return { columns: Math.min(most, Math.max(1, Math.floor(width / READABLE))) };
  let best = { columns: 1, picture: 0, row: 0 };
  for (let columns = 1; columns <= Math.min(most, Math.max(1, tiles)); columns += 1) {
    const layout = tryOut(Math.ceil(tiles / columns), columns, width, height);
    if (layout.picture > best.picture) best = layout;
  }
  return { columns: best.columns, row: best.row };
}

/** A row is at most as high as an uncut picture: few tiles are not stretched. */
function tryOut(rows: number, columns: number, width: number, height: number): Required<Layout> & { picture: number } {
  const wide = (width - GAP * (columns - 1)) / columns;
  const row = Math.min((height - GAP * (rows - 1)) / rows, wide / SHAPE + CAPTION);
  return { columns, row: Math.floor(row), picture: Math.max(0, row - CAPTION) * SHAPE };
}

/** One page of a list, and how many there are. A page that is not there any more gives the last. */
export function pageOf<T>(all: readonly T[], page: number, size: number): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const at = Math.min(Math.max(0, page), pages - 1);
  return { shown: all.slice(at * size, (at + 1) * size), page: at, pages };
}

/** Where an arrow, Home, End leads among tiles that stand in rows. */
export function moved(from: number, key: string, tiles: number, columns: number): number {
  const to = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from - columns,
    ArrowDown: from + columns,
    Home: 0,
    End: tiles - 1,
  }[key];
  return to === undefined || to < 0 || to >= tiles ? from : to;
}
