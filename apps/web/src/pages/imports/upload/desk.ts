import { ApiFailure } from '../../../api/api-failure.ts';
import { importsApi } from '../../../api/imports.ts';
import { openDesk } from './upload-desk.ts';

/** The desk of this tab. */
export const desk = openDesk({
  begin: ({ name, size }) => importsApi.beginUpload({ name: name.normalize('NFC'), bytes: size }),
  // Read here, so that a file which cannot be read any more is told from a net that broke.
  put: async (id, offset, piece, signal) => importsApi.sendPiece(id, offset, await piece.arrayBuffer(), signal),
  look: (id, signal) => importsApi.upload(id, signal),
  // One that is gone already need not be thrown away.
  drop: (id) =>
    importsApi.dropUpload(id).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof ApiFailure && error.status === 404)) throw error;
      },
    ),
  now: () => Date.now(),
});
