import type { Baseline } from '../reach/baseline.ts';
import { commonestOf } from '../reach/commonest.ts';
import { type ByDetour, bandOf, COUNTED, MIDDLE, zeroByDetour } from './counted.ts';
import type { PointLoss } from './point-losses.ts';
import type { AreaLoss } from './report.ts';

/** Sums the losses of one area's home points. Whole numbers throughout, so order does not matter. */
export class AreaLossSum {
  /** By counted column (people, then each group), by detour factor. */
  readonly lost: ByDetour[] = COUNTED.map(zeroByDetour);
  readonly area: number;
  keptPeople = 0;
  keptFurther = 0;
  perhapsStill = false;
  private displacedPeople = 0;
  private extraMetres = 0;
  private readonly peopleByPlace = new Map<number, number>();
  private readonly metresByPlace = new Map<number, number>();

  constructor(area: number) {
    this.area = area;
  }

  add(baseline: Baseline, loss: PointLoss): void {
    const [low, middle, high] = loss.lost;
    for (let index = 0; (low || middle || high) && index < COUNTED.length; index++) {
      const sums = this.lost[index];
      const count = baseline.homePoints[COUNTED[index] ?? 'residents'][loss.homePoint] ?? 0;
      if (sums === undefined) continue;
      if (low) sums[0] += count;
      if (middle) sums[1] += count;
      if (high) sums[2] += count;
    }
    const people = baseline.homePoints.residents[loss.homePoint] ?? 0;
    if (loss.kept && loss.extraMetres > 0) {
      this.keptPeople += people;
      this.keptFurther += people * loss.extraMetres;
    }
    if (!loss.lost[MIDDLE] || people === 0 || loss.toPlace < 0) return;
    this.displacedPeople += people;
    this.extraMetres += people * loss.extraMetres;
    add(this.peopleByPlace, loss.toPlace, people);
    add(this.metresByPlace, loss.toPlace, people * loss.walkMetres);
  }

  /** Whether anything changed for anyone who lives here, under any detour factor. */
  isChanged(): boolean {
    return this.keptFurther > 0 || this.lost.some((byDetour) => byDetour.some((count) => count > 0));
  }

  /** One row of the report. `before` is people within the limit before; `fifth` is of the scenario's lens. */
  row(baseline: Baseline, before: number, fifth: number | null, nearEdge: boolean): AreaLoss {
    const { areas, places } = baseline;
    const middle = (index: number) => this.lost[index]?.[MIDDLE] ?? 0;
    const after = before - middle(0);
    const next = commonestOf(this.peopleByPlace);
    const nextPeople = this.peopleByPlace.get(next) ?? 0;
    return {
      code: areas.code[this.area] ?? '',
      name: areas.name[this.area] ?? '',
      ward: areas.ward[this.area] ?? '',
      district: areas.district[this.area] ?? '',
      residents: areas.residents[this.area] ?? 0,
      fifth,
      before,
      after,
      lost: bandOf(this.lost[0] ?? zeroByDetour()),
      gained: bandOf(zeroByDetour()),
      aged65Over: middle(COUNTED.indexOf('aged65Over')),
      disabled: middle(COUNTED.indexOf('disabled')),
      livingAlone: middle(COUNTED.indexOf('livingAlone')),
      noCar: middle(COUNTED.indexOf('noCar')),
      newlyNone: before > 0 && after === 0,
      keptFurther: this.keptFurther,
      nextPlace: places.id[next] ?? null,
      nextWalkMetres: nextPeople === 0 ? null : Math.round((this.metresByPlace.get(next) ?? 0) / nextPeople),
      extraWalkMetres:
        this.displacedPeople === 0 ? null : Math.round(this.extraMetres / this.displacedPeople),
      perhapsStill: this.perhapsStill,
      nearEdge,
    };
  }
}

function add(sums: Map<number, number>, key: number, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}
