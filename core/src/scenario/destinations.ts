/** People who lose reach by where they would go: what is summed for each area and place, and for each place. */
export interface Going {
  readonly place: number;
  people: number;
  /** Person-metres: the walk there, and how much further it is. */
  walkMetres: number;
  extraMetres: number;
}

/** Where those who lose reach would go, area by area. An area has few such places, so each is looked for in a list. */
export class Destinations {
  readonly #byArea: Going[][] = [];
  readonly #byPlace = new Map<number, Going>();

  /** @param row the area's row; walk and further in whole metres for each of the people. */
  add(row: number, place: number, people: number, walk: number, further: number): void {
    let list = this.#byArea[row];
    if (list === undefined) {
      list = [];
      this.#byArea[row] = list;
    }
    let going = list.find((each) => each.place === place);
    if (going === undefined) {
      going = { place, people: 0, walkMetres: 0, extraMetres: 0 };
      list.push(going);
    }
    addTo(going, people, people * walk, people * further);
  }

  /** Those of one area, in no order. */
  ofArea(row: number): readonly Going[] {
    return this.#byArea[row] ?? [];
  }

  /** All of them by place, in no order. */
  byPlace(): Going[] {
    this.#byPlace.clear();
    for (const list of this.#byArea) {
      for (const { place, people, walkMetres, extraMetres } of list ?? []) {
        const sum = this.#byPlace.get(place) ?? { place, people: 0, walkMetres: 0, extraMetres: 0 };
        addTo(sum, people, walkMetres, extraMetres);
        this.#byPlace.set(place, sum);
      }
    }
    return [...this.#byPlace.values()];
  }
}

function addTo(sum: Going, people: number, walkMetres: number, extraMetres: number): void {
  sum.people += people;
  sum.walkMetres += walkMetres;
  sum.extraMetres += extraMetres;
}
