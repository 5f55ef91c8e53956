import type { Kind } from '@kith/core/place/kinds';
import type { Band, Scenario } from '@kith/core/scenario/report';
import type { SiteAnswer, SiteObjective, SitePhase } from '@kith/core/site/problem';
import type { SiteFrom, SiteWeight } from '../state/view.ts';
import type { SiteDoubt } from './site-doubt.ts';

/** What is asked: where new places would do most, beside what a scenario leaves standing. */
export interface SiteAsked {
  readonly objective: SiteObjective;
  /** New places; not used by `lscp`. */
  readonly sites: number;
  readonly weight: SiteWeight;
  readonly from: SiteFrom;
  /** The places that count in the scenario stay open beside the new ones. */
  readonly existing: boolean;
  /** Its limit, kinds, day and hour say what counts, and its cuts which places stand. */
  readonly scenario: Scenario;
}

/** A new place, in the order in which they add most. */
export interface SitePick {
  /** Whole metres of the National Grid, and degrees. */
  readonly easting: number;
  readonly northing: number;
  readonly lon: number;
  readonly lat: number;
  /** The neighbourhood it stands in, or of the homes nearest to it. */
  readonly area: {
    readonly code: string;
    readonly name: string;
    readonly ward: string;
    readonly district: string;
  };
  /** The place that would become one, where one was asked for. */
  readonly place: { readonly id: string; readonly name: string; readonly kind: Kind } | null;
  /** Of those it is for, who come within reach by it and not by one before it in the list. */
  readonly adds: number;
  /** The same in people, whomever it is for. */
  readonly people: number;
  /** Both again, as streets run straighter or less. */
  readonly between: { readonly adds: Band; readonly people: Band };
}

/** An answer as it is shown. */
export interface SiteShown {
  readonly answer: Omit<SiteAnswer, 'chosen'>;
  readonly picks: readonly SitePick[];
  /** The value with what is there now, in the unit of the answer; null where there is nothing. */
  readonly before: number | null;
  /** What counts as within reach, in walking metres. */
  readonly limitMetres: number;
  /** Of those it is for: all, and those within reach with the new places. */
  readonly total: number;
  readonly within: number;
  /** Of those it is for, who live too far from every spot looked at: left out of `p-median`, `p-centre` and `lscp`. */
  readonly unreachable: number;
  /** What the answer comes to as streets run straighter or less, its sites as they are. */
  readonly doubt: Omit<SiteDoubt, 'picks'>;
}

export interface SiteProgressShown {
  readonly shown: SiteShown;
  readonly phase: SitePhase | 'loading';
}

/** What is posted to the worker. The bytes of a ground go over once. */
export type SiteRequest =
  | { readonly ask: 'ground'; readonly key: string; readonly bytes: ArrayBuffer }
  | {
      readonly ask: 'look';
      readonly id: number;
      readonly key: string;
      readonly asked: SiteAsked;
      readonly seconds: number;
    };

/** What comes back: news while it looks, then the end of it. */
export type SiteReply =
  | { readonly id: number; readonly progress: SiteProgressShown }
  | { readonly id: number; readonly done: SiteShown }
  /** `problems`: the question has no answer as it stands, in plain English; else something went wrong. */
  | { readonly id: number; readonly error: string };
