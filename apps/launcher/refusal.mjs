/** Something the operator can mend; the message is one sentence that says how. */
export class Refusal extends Error {
  name = 'Refusal';
}

const REASONS = {
  ENOSPC: (folder) => `The disk that holds ${folder} is full. Free some space and start again.`,
  EDQUOT: (folder) => `The disk quota for ${folder} is used up. Free some space and start again.`,
  EROFS: (folder) => `The disk that holds ${folder} is read-only. Put Bedside on a writable disk.`,
  EACCES: (folder) =>
    `The folder ${folder} is not writable for this user. Start Bedside as the user who owns it, or make it writable.`,
};
REASONS.EPERM = REASONS.EACCES;

/** Does `work` on a folder; what the disk refuses becomes a sentence. */
export function onDisk(folder, work) {
  try {
    return work();
  } catch (error) {
    const reason = REASONS[error.code];
    if (reason === undefined) throw error;
    throw new Refusal(reason(folder), { cause: error });
  }
}
