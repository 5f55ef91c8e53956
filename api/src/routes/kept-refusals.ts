import { invalidInput, Problem } from '../errors.ts';
import { PhotoProblem } from '../photos/read-photo.ts';
import { ChangedMeanwhile, FieldProblems, NoPlace, NotNow, NotThere } from '../store/keep/refusals.ts';
import { unknownPlace } from './places.ts';

/** What the stores refuse, as an answer; null for what is no refusal. */
export function refusalOf(error: unknown): Problem | null {
  if (error instanceof FieldProblems) {
    const issues = error.problems.map(({ field, message }) => ({ path: [field], message }));
    return invalidInput(issues, 'json');
  }
  if (error instanceof ChangedMeanwhile) {
    return new Problem(
      409,
      'changed-meanwhile',
      'Somebody changed this while you did. Nothing of yours is lost: look at both, and choose.',
      { details: error.rows },
    );
  }
  if (error instanceof NoPlace) return unknownPlace();
  if (error instanceof NotThere) return new Problem(404, 'not-there', error.message);
  if (error instanceof NotNow) return new Problem(409, 'not-now', error.message);
  return error instanceof PhotoProblem ? new Problem(400, 'not-a-photo', error.message) : null;
}
