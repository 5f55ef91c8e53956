/** A setting or a file that the person who runs Kith can put right. Its message is shown as it is, without a stack. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
