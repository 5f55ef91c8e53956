/** Parts of proj4 that carry no types of their own path; the whole brings every projection there is, and weighs four times as much. */
declare module 'proj4/lib/core' {
  import type proj4 from 'proj4';

  const core: typeof proj4;
  export default core;
}
declare module 'proj4/lib/defs' {
  const defs: unknown;
  export default defs;
}
declare module 'proj4/lib/Proj' {
  const Proj: { readonly projections: { readonly add: (projection: unknown) => void } };
  export default Proj;
}
declare module 'proj4/lib/projections/etmerc' {
  const etmerc: unknown;
  export default etmerc;
}
