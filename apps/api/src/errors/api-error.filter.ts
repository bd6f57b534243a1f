import { type ArgumentsHost, Catch, HttpException, Logger, NotFoundException } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import { unavailable } from '../database/retryable.ts';

/** What a sender can do about a body that could not be read, by status. */
const BODY_ERRORS: Record<number, { error: string; message: string }> = {
  400: {
    error: 'Bad Request',
    message: 'The body is not valid JSON in UTF-8: check its quotes, commas and brackets, and that all of it arrived.',
  },
  413: {
    error: 'Payload Too Large',
    message:
      'The body is too large: send at most 16 MB (5,000 rows) as JSON, or rows of any number as application/x-ndjson.',
  },
  415: {
    error: 'Unsupported Media Type',
    message: 'Send JSON as application/json (or, to ingest, one object a line as application/x-ndjson).',
  },
};

/** A compressed body that breaks off, is something else, or is compressed in a way nobody here knows. */
const PACKING_FAULT = /^(?:Z_|ERR_BROTLI|FST_CP_)/;
const BADLY_PACKED =
  'The body is not compressed as its content-encoding says: send all of it, as gzip or br, or not compressed.';

export const NO_SUCH_ADDRESS = 'There is nothing at this address; /api/docs lists what there is.';

/** Turns whatever went wrong into an answer that says what to do, and tells nothing else. */
@Catch()
export class ApiErrorFilter extends BaseExceptionFilter {
  private readonly logger = new Logger('error');

  override catch(error: unknown, host: ArgumentsHost): void {
    super.catch(this.asHttp(error), host);
  }

  private asHttp(error: unknown): HttpException {
    if (error instanceof SyntaxError) return bodyError(400, error);
    if (error instanceof HttpException) {
      // The address asked for is not repeated: it may hold a patient's identifier.
      if (error.getStatus() === 404 && /^Cannot [A-Z]+ /.test(error.message))
        return new NotFoundException(NO_SUCH_ADDRESS);
      // The server's own refusals of a body carry a bare text; ours say what to do.
      return typeof error.getResponse() === 'string' ? bodyError(error.getStatus(), error) : error;
    }
    if (unavailable(error)) {
      const message = 'The database is not answering just now: try again in a few seconds.';
      return new HttpException({ statusCode: 503, message, error: 'Service Unavailable' }, 503);
    }
    const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
    if (typeof code === 'string' && PACKING_FAULT.test(code)) {
      const status = statusCode === 415 ? 415 : 400;
      return new HttpException(
        { statusCode: status, message: BADLY_PACKED, error: BODY_ERRORS[status]?.error },
        status,
      );
    }
    // The place of the fault, never its message: that may repeat a patient's words.
    const at = error instanceof Error ? (error.stack ?? '').split('\n').find((line) => line.includes(' at ')) : '';
    this.logger.error(
      `unexpected ${error instanceof Error ? error.name : 'error'} ${typeof code === 'string' ? code : ''} ${at?.trim()}`,
    );
    const message =
      'Something went wrong on our side; it has been logged. Tell whoever looks after Bedside, with the time.';
    return new HttpException({ statusCode: 500, message, error: 'Internal Server Error' }, 500);
  }
}

function bodyError(status: number, error: Error): HttpException {
  const known = BODY_ERRORS[status];
  if (known === undefined)
    return new HttpException({ statusCode: status, message: error.message, error: error.name }, status);
  return new HttpException({ statusCode: status, message: known.message, error: known.error }, status);
}
