/** Areas that lose out under the plan kept aside, while it is compared with that of now: the map hatches both. */
class ComparisonMap {
  lost: readonly string[] = $state.raw([]);

  /** Returns how to take them off the map again. */
  show(codes: readonly string[]): () => void {
    this.lost = codes;
    return () => {
      if (this.lost === codes) this.lost = [];
    };
  }
}

export const comparisonMap = new ComparisonMap();
