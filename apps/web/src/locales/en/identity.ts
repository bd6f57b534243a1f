/** Sign-in with the hospital's own identity provider. */
export const identity = {
  signIn: 'Sign in with {name}',
  or: 'or',
  title: 'You are not signed in',
  again: 'Try again with {name}',
  toDoor: 'Back to sign-in',
  why: {
    expired: {
      what: 'It took too long, or was answered already.',
      remedy: 'Start again, in this browser, and finish within ten minutes.',
    },
    cancelled: {
      what: 'You were not let in at the other sign-in, or did not finish there.',
      remedy: 'Start again when you are ready.',
    },
    'not-valid': {
      what: 'The answer of the other sign-in could not be accepted.',
      remedy: 'Start again. If it happens every time, tell whoever looks after Bedside: its settings may have changed.',
    },
    unreachable: {
      what: 'The other sign-in is not answering just now.',
      remedy: 'Try again in a few minutes.',
    },
    'no-role': {
      what: 'The other sign-in knows you, but none of your groups has a role here.',
      remedy: 'Ask whoever manages your account at the hospital to add you to a group that may use Bedside.',
    },
    'no-department': {
      what: 'Your role sees departments, and the other sign-in names none that is known here.',
      remedy: 'Ask whoever manages your account at the hospital to name your department.',
    },
    'no-email': {
      what: 'The other sign-in did not tell your email address.',
      remedy: 'Ask whoever manages your account at the hospital to let Bedside know it.',
    },
    'not-invited': {
      what: 'Somebody has an account with your address here already.',
      remedy: 'Sign in with its password, or ask an administrator of Bedside.',
    },
    disabled: {
      what: 'Your account here has been closed.',
      remedy: 'An administrator of Bedside can open it again.',
    },
  },
};
