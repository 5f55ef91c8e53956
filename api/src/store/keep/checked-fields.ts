import { checkValue } from '@kith/core/keep/check-value';
import { pinSchema } from '@kith/core/keep/contribution';
import type { KeptField } from '@kith/core/keep/fields';
import { weekOf } from '../../hours/week-of.ts';
import { positionOfPin } from './place-ground.ts';
import { type FieldProblem, FieldProblems } from './refusals.ts';

export interface FieldValue {
  readonly field: KeptField;
  readonly value: unknown;
}

/**
 * Values as they are kept: checked each by its field, opening times read by the grammar, a pin on the grid.
 * @throws FieldProblems with everything that is wrong, each with what to do
 */
export function checkedFields(given: readonly FieldValue[]): FieldValue[] {
  const problems: FieldProblem[] = [];
  const values: FieldValue[] = [];
  for (const { field, value } of given) {
    const checked = checkField(field, value);
    if (checked.ok) values.push({ field, value: checked.value });
    else problems.push({ field, message: checked.problem });
  }
  if (problems.length > 0) throw new FieldProblems(problems);
  return values;
}

function checkField(field: KeptField, value: unknown): ReturnType<typeof checkValue> {
  if (field === 'position' && value !== null && value !== undefined) {
    const pin = pinSchema.safeParse(value);
    if (pin.success) return { ok: true, value: positionOfPin(pin.data) };
    const said = pin.error.issues[0]?.message ?? '';
    const problem = said.startsWith('The pin') ? said : 'Give it as longitude and latitude in degrees.';
    return { ok: false, problem: `${problem} Put the pin where the door is.` };
  }
  const checked = checkValue(field, value);
  if (field !== 'openingHours' || !checked.ok || checked.value === null) return checked;
  if (weekOf(String(checked.value)) !== null) return checked;
  return {
    ok: false,
    problem:
      'These times cannot be read. Write them such as Mo-Fr 09:00-17:00; Sa 10:00-12:00, or put them in words under When.',
  };
}
