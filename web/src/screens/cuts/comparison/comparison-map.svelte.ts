import type { Bounds } from '../../../map/types.ts';

/** While two plans are compared the map hatches the areas of both, and looks at all that either does. */
class ComparisonMap {
  /** Areas that lose out under the plan kept aside. */
  lost: readonly string[] = $state.raw([]);
  around: Bounds | null = $state.raw(null);

  /** Returns how to take them off the map again. */
  show(lost: readonly string[], around: Bounds | null): () => void {
    this.lost = lost;
    this.around = around;
    return () => {
      if (this.lost !== lost) return;
      this.lost = [];
      this.around = null;
    };
  }
}

export const comparisonMap = new ComparisonMap();
