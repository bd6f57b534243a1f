/** A setting that cannot be meant, with the remedy. */
export class SettingTrouble extends Error {
  override name = 'SettingTrouble';
}
