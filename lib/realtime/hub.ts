import { env } from "#lib/env.ts";
import { listen } from "./listener.ts";
import type { Notice, Topic } from "./notices.ts";

export type Subscriber = {
  onNotice: (notice: Notice) => void;
  /** Notices may have been missed: whatever the subscriber shows is to be read again. */
  onGap: () => void;
  /** The process ends. */
  onStop: () => void;
};

export type Hub = {
  /** Hears what concerns these topics from the time it resolves; gives what ends that. */
  subscribe: (topics: readonly Topic[], subscriber: Subscriber) => () => void;
  /** Whether what is announced is heard just now. */
  isListening: () => boolean;
  /** How many subscribers there are. */
  size: () => number;
  /** Tells every subscriber that it is over, and ends the connection. */
  stop: () => Promise<void>;
};

/** Hands what one connection hears to any number of subscribers, by topic. */
export function makeHub(connectionString: string): Hub {
  const byTopic = new Map<Topic, Set<Subscriber>>();
  const everybody = new Set<Subscriber>();
  let hears = false;
  const listening = listen(connectionString, {
    onNotice: (notice) => {
      for (const subscriber of [...(byTopic.get(notice.topic) ?? [])]) subscriber.onNotice(notice);
    },
    onGap: () => {
      hears = true;
      for (const subscriber of [...everybody]) subscriber.onGap();
    },
    onLost: () => {
      hears = false;
    },
  });

  const leave = (topics: readonly Topic[], subscriber: Subscriber) => {
    everybody.delete(subscriber);
    for (const topic of topics) {
      const subscribers = byTopic.get(topic);
      subscribers?.delete(subscriber);
      if (subscribers?.size === 0) byTopic.delete(topic);
    }
  };
  return {
    subscribe(topics, subscriber) {
      everybody.add(subscriber);
      for (const topic of topics) {
        const subscribers = byTopic.get(topic) ?? new Set();
        byTopic.set(topic, subscribers.add(subscriber));
      }
      return () => leave(topics, subscriber);
    },
    isListening: () => hears,
    size: () => everybody.size,
    async stop() {
      for (const subscriber of [...everybody]) subscriber.onStop();
      await listening.stop();
    },
  };
}

const holder = globalThis as { proofmarkHub?: Hub };

/** This process's hub, made at first use. A stop of the process ends its streams, which would keep it waiting. */
export function hub(): Hub {
  if (holder.proofmarkHub) return holder.proofmarkHub;
  const made = makeHub(env.LISTEN_DATABASE_URL || env.DATABASE_URL);
  holder.proofmarkHub = made;
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void made.stop());
  return made;
}
