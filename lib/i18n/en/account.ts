/** Words of the page of a member's own account. */
export const account = {
  title: "Your account",
  language: "Language",
  languageHint: "Of the desk, for you alone.",
  asNewsroom: "As the newsroom: {language}",
  saved: "Your settings are saved.",
  profile: {
    title: "Name and credit",
    name: "Name",
    nameHint: "As it stands beside your work, and on checks published from now on.",
    bio: "About you",
    bioHint:
      "For readers, on the page on how the newsroom works: what you cover, how to reach you. Leave it empty and you are not listed there.",
    saved: "Your name and what readers may know of you are saved.",
  },
  password: {
    title: "Password",
    current: "Present password",
    next: "New password",
    hint: "At least {min} characters. You are signed out everywhere else.",
    submit: "Change the password",
    saved: "The password is changed. You are signed out everywhere else.",
  },
  sessions: {
    title: "Where you are signed in",
    device: "{browser} on {system}",
    unknown: "An unknown device",
    here: "This browser",
    seen: "Last used {when}",
    since: "Signed in on {date}",
    end: "Sign out",
    endNamed: "Sign out: {device}, last used {when}",
    ended: "That device is signed out.",
    endOthers: "Sign out everywhere else",
    endOthersTitle: "Sign out everywhere else?",
    endOthersText:
      "All devices but this browser are signed out at once. What is being written there stays on them.",
    othersEnded: "You are signed out everywhere else.",
    onlyHere: "You are signed in nowhere else.",
  },
} as const;
