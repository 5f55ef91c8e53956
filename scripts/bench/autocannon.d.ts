/** What the load bench uses of autocannon, which brings no types of its own. */
declare module 'autocannon' {
  export interface Result {
    readonly requests: { readonly average: number; readonly total: number };
    readonly latency: { readonly p50: number; readonly p97_5: number; readonly max: number };
    readonly throughput: { readonly average: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  export interface Options {
    readonly url: string;
    readonly connections: number;
    readonly duration: number;
    readonly requests: readonly { readonly method: 'GET'; readonly path: string }[];
  }
  export default function autocannon(options: Options): Promise<Result>;
}
