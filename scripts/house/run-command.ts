import { BUSY_TIMEOUT_MS, busyMessage, isBusy } from '@kith/api/store/busy';
import { SettingError } from '@kith/api/store/setting-error';

/** Runs a command and ends with its number. What its user can put right is said in plain English, without a trace. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const wrongOption =
      error instanceof TypeError && 'code' in error && /PARSE_ARGS/.test(String(error.code));
    const plain = error instanceof SettingError || wrongOption;
    console.error(isBusy(error) ? busyMessage(BUSY_TIMEOUT_MS) : plain ? error.message : error);
    process.exitCode = 1;
  }
}
