import { Injectable } from '@nestjs/common';

/** Whether new requests are welcome: no longer once the process has been asked to stop, so that they go elsewhere first. */
@Injectable()
export class Readiness {
  private stopping = false;

  get welcome(): boolean {
    return !this.stopping;
  }

  refuse(): void {
    this.stopping = true;
  }
}
