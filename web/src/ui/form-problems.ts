/** Something wrong in a form: the id of the control to go to, and what to do, in plain English. */
export interface FormProblem {
  readonly field: string;
  readonly words: string;
}
