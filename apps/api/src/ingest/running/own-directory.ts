import { ConflictException } from '@nestjs/common';
import type { Transaction } from '../../database/database.ts';
import { type Directory, loadDirectory } from '../../organisation/directory.ts';

/** The places rows can belong to. Throws where nobody has set any up: then no row can be taken in. */
export async function ownDirectory(transaction: Transaction): Promise<Directory> {
  const directory = await loadDirectory(transaction);
  if (directory === null) {
    throw new ConflictException(
      'No organisation has been set up yet: send its sites with PUT /api/v1/organisation/structure first.',
    );
  }
  return directory;
}
