/** Whether the map to put a pin on is open. That a moved pin is not put yet is told once somebody tried to go on. */
export class PinMapOpen {
  #open = $state(false);
  #triedOn = $state(false);

  get open(): boolean {
    return this.#open;
  }
  set open(open: boolean) {
    this.#open = open;
    this.#triedOn = false;
  }

  /** Somebody pressed what leads on, whether or not they may. */
  tryOn(): void {
    this.#triedOn = this.#open;
  }
  /** It is to be told. */
  get notPut(): boolean {
    return this.#triedOn;
  }
}
