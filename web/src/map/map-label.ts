/** What a map is called among the parts of a page, and what is said of it to whoever moves it by keys. */
export interface MapLabel {
  readonly name: string;
  readonly help: string;
}

const KEYS = 'Arrow keys move it, plus and minus zoom.';

/**
 * @param shortName what the map shows, such as `Leicestershire`
 * @param forPin a spot is asked for. The large map may stand beside a small one: they are not called the same.
 */
export const mapLabel = (shortName: string, forPin: boolean): MapLabel =>
  forPin
    ? {
        name: 'Map to put the pin on',
        help: `Map to put the pin on. ${KEYS} “Put it here” takes the middle of it.`,
      }
    : {
        name: `Map of ${shortName}`,
        help: `Map of ${shortName}. ${KEYS} The list holds the places of this map.`,
      };
