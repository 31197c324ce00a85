/** Others at the same article. */
export const live = {
  here: { one: "{count} colleague here", other: "{count} colleagues here" },
  /** `faces`: initials, as seen. `here`: the line above. */
  faces: "{faces}: {here}",
  title: "Also at this article",
  reading: "reading",
  onClaim: "on claim {number}",
  editingClaim: "editing claim {number}",
  arrived: "Also here: {names}",
  alone: "Nobody else is here now",
  status: {
    connecting: "Connecting",
    live: "Changes by colleagues appear as they happen",
    polling: "Changes by colleagues appear every few seconds",
    lost: "No connection",
    ended: "Signed out",
  },
  lostHint: "Trying again. What you type is kept in this browser.",
  endedHint: "Sign in again to see what colleagues change.",
  signIn: "Sign in",
  textChanged: "The article has a newer text.",
  showText: "Show it",
  editing: "{names} is editing this",
  alsoEditing:
    "{names} is editing this claim too. Whoever saves second sees both texts; nothing is overwritten.",
  alsoInField: "{names} is editing this claim too, now in “{field}”. Whoever saves second sees both texts.",
  deleted:
    "A colleague deleted this claim. Copy what you typed before you leave this form: it cannot be saved.",
} as const;
