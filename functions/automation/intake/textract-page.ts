import { isRead, type ScannedPage, type ScannedText } from '#domain/automation/intake/scan-fields.ts';
import type { TextBlock } from '#runtime/textract.ts';

/** A page's number, and its size in points. */
type Size = Pick<ScannedPage, 'no' | 'width' | 'height'>;
interface Point {
  readonly x: number;
  readonly y: number;
}
/** Where a word stands, on the page as it is read. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
type Turn = (point: Point) => Point;

/** Below this many degrees lines are straight: their words are not equally tall. */
const STRAIGHT = 0.3;

/**
 * A page as Amazon Textract tells it (`DetectDocumentText`): blocks of type LINE with their words, geometry in parts of the
 * page's width and height, confidence of 100. Its words stand askew as they do in the picture: they are turned upright here.
 */
export function scannedPageOf(blocks: readonly TextBlock[], size: Size): ScannedPage {
  const byId = new Map(blocks.map((block) => [block.Id, block]));
  const lines = blocks
    .filter(({ BlockType }) => BlockType === 'LINE')
    .map(({ Relationships = [] }) =>
      Relationships.filter(({ Type }) => Type === 'CHILD').flatMap(({ Ids = [] }) => Ids.flatMap((id) => byId.get(id) ?? [])),
    );
  const degrees = directionOf(lines, size);
  const quarters = (Math.round(degrees / 90) + 4) % 4;
  const [width, height] = quarters % 2 === 0 ? [size.width, size.height] : [size.height, size.width];
  const turn = turnBack(degrees, size, { width, height });
  const texts = lines.flatMap((words) => textsOf(words, size, turn));
  return { no: size.no, width, height, texts, ...(quarters === 0 ? {} : { turned: true }) };
}

/** The corners of a word, in points. */
function cornersOf({ Geometry: { BoundingBox = {}, Polygon = [] } = {} }: TextBlock, { width, height }: Size): Point[] {
  if (Polygon.length > 0) return Polygon.map(({ X = 0, Y = 0 }) => ({ x: X * width, y: Y * height }));
  const { Left = 0, Top = 0, Width = 0, Height = 0 } = BoundingBox;
  return [Left, Left + Width].flatMap((x) => [Top, Top + Height].map((y) => ({ x: x * width, y: y * height })));
}

const boxOf = (corners: readonly Point[]): Box => ({
  left: Math.min(...corners.map(({ x }) => x)),
  right: Math.max(...corners.map(({ x }) => x)),
  top: Math.min(...corners.map(({ y }) => y)),
  bottom: Math.max(...corners.map(({ y }) => y)),
});

const centreOf = ({ left, right, top, bottom }: Box): Point => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** Where the lines run, from their first words to their last: 0 is to the right, 90 downwards. The long ones tell it best. */
function directionOf(lines: readonly (readonly TextBlock[])[], size: Size): number {
  const sum = { x: 0, y: 0 };
  for (const words of lines) {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last || first === last) continue;
    const [from, to] = [first, last].map((word) => centreOf(boxOf(cornersOf(word, size)))) as [Point, Point];
    sum.x += to.x - from.x;
    sum.y += to.y - from.y;
  }
  const degrees = (Math.atan2(sum.y, sum.x) * 180) / Math.PI;
  const nearest = Math.round(degrees / 90) * 90;
  return Math.abs(degrees - nearest) < STRAIGHT ? nearest : degrees;
}

/** Turns points of the page about its middle, so that its lines run to the right. */
function turnBack(degrees: number, from: Omit<Size, 'no'>, to: Omit<Size, 'no'>): Turn {
  if (degrees === 0) return (point) => point;
  const [cos, sin] = [Math.cos((-degrees * Math.PI) / 180), Math.sin((-degrees * Math.PI) / 180)];
  return (point) => {
    const [x, y] = [point.x - from.width / 2, point.y - from.height / 2];
    return { x: x * cos - y * sin + to.width / 2, y: x * sin + y * cos + to.height / 2 };
  };
}

/** The words of a line. Its letters are as large as its tallest word, and stand where most of its words end: few hang below. */
function textsOf(words: readonly TextBlock[], size: Size, turn: Turn): ScannedText[] {
  const placed = words.map((word) => ({ word, box: boxOf(cornersOf(word, size).map(turn)) }));
  const letters = Math.max(...placed.map(({ box }) => box.bottom - box.top), 1);
  const bottoms = placed.map(({ box }) => box.bottom).toSorted((a, b) => a - b);
  const baseline = bottoms[Math.floor((bottoms.length - 1) / 2)] ?? 0;
  return placed.flatMap(({ word: { Text: text = '', Confidence = 0 }, box }) =>
    isRead(text) ? [{ text, x: box.left, y: baseline, width: box.right - box.left, height: letters, confidence: Confidence / 100 }] : [],
  );
}
