/** Where something stands on the stage, in pixels from its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface LabelledDot {
  x: number;
  y: number;
  text: string;
}

const LETTER = 6.6;
const LINE = 15;
const REACH = 7;
const DOT = 6;
/** How much further out a label may stand when the places beside its dot are taken. */
const RINGS = [0, 12, 26, 42];

/**
 * Places for the labels of dots, so that none covers another, a dot, or the edge; null where no place is left: the dot
 * then has its name in the tooltip and the table alone. Dots are served in their order, so the first are named first.
 */
export function placeLabels(dots: readonly LabelledDot[], stage: Box): (Box | null)[] {
  const taken: Box[] = dots.map(({ x, y }) => ({ x: x - DOT, y: y - DOT, width: 2 * DOT, height: 2 * DOT }));
  return dots.map((dot) => {
    const place = placesAround(dot).find((box) => within(box, stage) && !taken.some((other) => meets(box, other)));
    if (place !== undefined) taken.push(place);
    return place ?? null;
  });
}

function placesAround({ x, y, text }: LabelledDot): Box[] {
  const width = [...text.normalize('NFC')].length * LETTER;
  const size = { width, height: LINE };
  return RINGS.flatMap((out) => [
    { ...size, x: x + REACH, y: y - LINE / 2 - out },
    { ...size, x: x - REACH - width, y: y - LINE / 2 - out },
    { ...size, x: x - width / 2, y: y - REACH - LINE - out },
    { ...size, x: x - width / 2, y: y + REACH + out },
    { ...size, x: x + REACH, y: y - LINE / 2 + out },
    { ...size, x: x - REACH - width, y: y - LINE / 2 + out },
  ]);
}

const within = (box: Box, stage: Box): boolean =>
  box.x >= stage.x &&
  box.y >= stage.y &&
  box.x + box.width <= stage.x + stage.width &&
  box.y + box.height <= stage.y + stage.height;

const meets = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;
