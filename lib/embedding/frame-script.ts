import { heightMessage, MESSAGES } from "./frame-height.ts";

// In a card's frame: tells the page around it how high the card is, and nothing else.

const say = () =>
  parent.postMessage(heightMessage(document.documentElement.getBoundingClientRect().height), "*");

if (parent !== window) {
  new ResizeObserver(say).observe(document.documentElement);
  addEventListener("message", ({ data }) => {
    if (data === MESSAGES.ask) say();
  });
}
