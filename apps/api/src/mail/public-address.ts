import { Inject, Injectable } from '@nestjs/common';

/** Names the address people reach this installation at, where it was told; undefined otherwise. */
export const PUBLIC_URL = Symbol('where people reach it');

/**
 * The address people reach this installation at. Links are written with it, and never with what a request claims to
 * have been sent to: whoever asks for a letter to somebody else must not choose where its link leads.
 */
@Injectable()
export class PublicAddress {
  private served = 'http://localhost:3000';

  constructor(@Inject(PUBLIC_URL) private readonly named: string | undefined) {}

  /** Says where it serves, which is where people reach it unless they were told another address. */
  servedAt(url: string): void {
    this.served = url;
  }

  get url(): string {
    return (this.named ?? this.served).replace(/\/+$/, '');
  }

  /** A link with a secret after the #, which browsers keep to themselves: `link('/invitation', token)`. */
  link(path: `/${string}`, token: string): string {
    return `${this.url}${path}#${token}`;
  }
}
