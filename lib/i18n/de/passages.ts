import type { passages as english } from "../en/passages.ts";
import type { Translation } from "../words.ts";

/** Passages that did not follow their article by themselves, and what people say of them. */
export const passages: Translation<typeof english> = {
  title: "Offene Stellen",
  ofArticle: "Offene Stellen",
  open: "Alle offenen Stellen dieses Artikels",
  lead: "Der Artikel hat sich geändert. Diese Stellen sind nicht von selbst mitgegangen: Geben Sie an, wo der Wortlaut jetzt steht.",
  deskLead: "Die Artikel dieser Behauptungen haben sich geändert. Geben Sie an, wo ihr Wortlaut jetzt steht.",
  waiting: { one: "{count} Stelle wartet", other: "{count} Stellen warten" },
  ofThemPublished: {
    one: "{count} davon aus einer veröffentlichten Behauptung",
    other: "{count} davon aus veröffentlichten Behauptungen",
  },
  list: "Stellen, die zu klären sind",
  published:
    "Veröffentlicht: Öffentlich steht ein Hinweis, bis dies geklärt und eine Korrektur erschienen ist.",
  changed: "geändert {when}",
  outcomes: {
    reworded: "Umformuliert",
    rewordedBy: "Umformuliert, {percent} % gleich",
    ambiguous: { one: "An {count} Stelle gefunden", other: "An {count} Stellen gefunden" },
    lost: "Nicht gefunden",
    moved: "Verschoben",
    exact: "Unverändert",
  },
  before: "Vorher",
  now: "Jetzt, in Fassung {number}",
  unknownPlace: "Wo dieser Wortlaut stand, ist nicht mehr bekannt.",
  notFound: "Dieser Wortlaut steht nicht mehr im Text.",
  suggestions: "Diese Stellen kommen am nächsten:",
  severalPlaces: "Alle diese Stellen passen gleich gut:",
  candidate: "Stelle {number}",
  alike: "{percent} % gleich",
  actions: {
    group: "Was zu Behauptung {number} anzugeben ist",
    confirm: "Bestätigen",
    confirmed: "Bestätigt: Dieser Wortlaut macht die Behauptung aus",
    use: "Diese Stelle nehmen",
    useNumber: "Stelle {number} nehmen",
    placed: "Die Behauptung steht jetzt an dieser Stelle",
    choose: "Worte auswählen",
    detach: "Lösen",
    detached: "Gelöst: Die Behauptung steht nicht mehr in diesem Text",
    undone: "Rückgängig gemacht: Die Stelle wartet wieder",
    detachHint: "Die Behauptung steht nicht mehr in diesem Text",
    editorsOnly:
      "Das klärt die Redaktionsleitung, denn an diesem Wortlaut hängt ein veröffentlichtes Urteil.",
  },
  chooser: {
    title: "Wo steht der Wortlaut von Behauptung {number}?",
    wanted: "Der Wortlaut, wie er war",
    hint: "Auf und ab wählen einen Satz, links und rechts verschieben seinen Anfang um ein Wort, mit Umschalt sein Ende. Worte lassen sich auch mit dem Mauszeiger markieren. Enter nimmt sie.",
    touchHint: "Tippen Sie auf einen Satz oder markieren Sie die Worte.",
    list: "Sätze der jetzigen Fassung des Artikels",
    use: "Diesen Wortlaut nehmen",
  },
  empty: "Alles ist an seinem Platz",
  emptyText:
    "Wenn sich ein Artikel ändert und der Wortlaut einer Behauptung nicht von selbst mitgeht, wartet die Stelle hier.",
  emptyArticle: "Zum Artikel",
  emptyDesk: "Zu den Artikeln",
  keys: { move: "bewegen", confirm: "bestätigen", choose: "Worte auswählen", detach: "lösen" },
  notice:
    "Der Artikel hat sich geändert, und der Wortlaut dieser Behauptung ist nicht von selbst mitgegangen.",
  noticeAction: "Angeben, wo er jetzt steht",
  blocksPublishing:
    "Die Behauptung kann erst veröffentlicht werden, wenn jemand angegeben hat, wo er jetzt steht.",
  unconfirmed: "Umformuliert und noch nicht bestätigt.",
};
