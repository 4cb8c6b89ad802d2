/**
 * The small marks of a picture, as paths around their own middle, in pixels. d3-shape draws them, as it will draw curves. Places on
 * the axis are a division in `timeline.ts`: d3-scale would bring 9 kB of colours and number formats that no picture needs.
 */
import { line, symbol, symbolDiamond, symbolTriangle } from 'd3-shape';

/** A session. */
export const session = symbol(symbolDiamond, 90)() ?? '';

/** It goes on outside the picture. */
export const goesOn = symbol(symbolTriangle, 36)() ?? '';

/** It is over. */
export const tick =
  line()([
    [-3.5, 0],
    [-1, 2.75],
    [3.75, -2.75],
  ]) ?? '';
