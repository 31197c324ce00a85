/** Words of the pages people see before they are signed in. */
export const auth = {
  signIn: {
    title: "Sign in",
    email: "E-mail address",
    password: "Password",
    submit: "Sign in",
    help: "No account yet, or the password is lost? Ask an admin of your newsroom.",
    signedOut: "You are signed out.",
    sessionEnded: "Your session has ended. Sign in again and you are back where you were.",
    published: "Published checks",
  },
  secondStep: {
    title: "One more step",
    code: "Code",
    hint: "From your authenticator app, or one of your backup codes.",
    submit: "Sign in",
    over: "Start over",
  },
  again: {
    title: "Sign in again",
    lead: "Your session has ended. What you wrote is still here, and is sent as soon as you are signed in.",
    submit: "Sign in and send",
    otherTitle: "You are {name} now",
    other:
      "This page was opened by {before}. What was being written on it stays with them in this browser, and is not sent in your name.",
    reload: "Load the page as {name}",
  },
  invite: {
    title: "Join the newsroom",
    lead: "{newsroom} invites you. Your role there: {role}.",
    submit: "Join",
  },
  letters: {
    invitation: {
      subject: "{newsroom}: invitation to the desk",
      text: "{name} invites you to join the desk of {newsroom}.\n\nChoose your name and a password here:\n{link}\n\nThe link works once, until {time}. Pass it on to nobody: whoever has it can join as you.\n",
    },
  },
  demo: {
    title: "This is a demo",
    lead: "Try everything: nothing here is real work. The password of everybody below:",
    use: "Use",
    useAs: "Use {name}’s account",
  },
  setUp: {
    title: "Set up your newsroom",
    lead: "You are the first one here. Name the newsroom and make your own account: you will be its first admin.",
    newsroom: "Your newsroom",
    newsroomName: "Name of the newsroom",
    newsroomNameHint: "Readers see it on every published check.",
    locale: "Language",
    localeHint: "Of public pages and of the desk. Every member may choose another.",
    timeZone: "Time zone",
    timeZoneHint: "All times are shown in it.",
    account: "Your account",
    name: "Your name",
    nameHint: "As it stands beside your work, and on published checks you had a part in.",
    email: "E-mail address",
    password: "Password",
    passwordHint: "At least {min} characters. A few words in a row are easy to remember and hard to guess.",
    submit: "Set up the newsroom",
  },
} as const;
