import { IncomingMessage } from "node:http";

/** How Node makes a request that has no body end before anybody listens (`optimizeEmptyRequests`). Its types leave it out. */
type Ending = { _dumpAndCloseReadable: () => void };

/**
 * What a server takes requests as that ends early what is only read: readers ask thousands of times a second, and nobody
 * waits for the end of what has no body. For all other methods Next does, and would wait for ever.
 */
export class Asked extends IncomingMessage implements Ending {
  _dumpAndCloseReadable(): void {
    if (this.method !== "GET" && this.method !== "HEAD") return;
    const { _dumpAndCloseReadable: end } = IncomingMessage.prototype as IncomingMessage & Ending;
    end.call(this);
  }
}
