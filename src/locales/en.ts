import type { OpeningTime, WeekTime, Words } from './words.js';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const time = ({ hour, minute }: WeekTime) =>
  `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour % 24 < 12 ? 'am' : 'pm'}`;
const day = ({ today, weekday }: OpeningTime) =>
  today ? `today, ${weekdays[weekday] ?? ''},` : (weekdays[weekday] ?? '');
const ownTime = ({ local }: OpeningTime) =>
  local ? ` (${weekdays[local.weekday] ?? ''} ${time(local)} your time)` : '';

const ourSide = 'Something went wrong on our side. Please try again in a few minutes.';
const notSetUp =
  'Video KYC is not set up correctly on this page. Please tell the company whose page this is.';

/** English. */
const en: Words = {
  actions: {
    start: 'Start video KYC',
    resume: 'Continue video KYC',
    terms: 'Review and accept the terms',
    open: 'Open the video call',
    'same-tab': 'Open in this tab',
    show: 'Go to the video call',
    check: 'Check status',
    remind: 'Remind me',
    retry: 'Try again',
    done: 'KYC complete',
    prepare: 'Before you start',
    handoff: 'Continue on your phone',
    copy: 'Copy link',
    share: 'Share',
    sms: 'SMS',
    email: 'E-mail',
    close: 'Close',
    window: 'Trouble? Open in a new window',
    stay: 'Stay on the call',
    end: 'End the call',
  },
  hints: {
    idle: 'Video KYC is not available here yet.',
    loading: 'Checking your KYC status…',
    intro: 'A short video call with an EnKash official.',
    'intro-window': 'A short video call. It opens in a new window.',
    terms: 'Please accept the terms first. Then you can start the video call.',
    opening: 'Opening the video call…',
    open: 'The video call is open in another window.',
    'open-here': 'The video call is under way.',
    checking: 'The call window is closed. Checking the result…',
    'call-closed': 'No result yet. If the call ended early, you can start again.',
    severed: 'If the video call is open in another window, continue there.',
    blocked: 'Your browser blocked the new window. Press the button to open the call.',
    'no-window': 'Your browser opens no new window. The call will open in this tab.',
    'frame-failed': 'The call could not be shown here. Press the button to open it in a new window.',
    'under-review': 'Your call is done. EnKash is reviewing it; nothing more to do now.',
    rejected: 'Your KYC was not approved. You can try again.',
    expired: 'Your last video KYC has expired. Please start again.',
    verified: 'Your KYC is complete.',
    disabled: 'Video KYC is turned off at the moment.',
    reminded: 'Saved: open the file to put the reminder into your calendar.',
    'handed-off': 'Continue on your phone. The result will show here by itself.',
  },
  phases: {
    unknown: 'Status not known',
    'not-started': 'KYC needed',
    'in-progress': 'In progress',
    'under-review': 'Under review',
    verified: 'Verified',
    rejected: 'Not approved',
    expired: 'Expired',
  },
  closed: {
    'before-hours': 'Not open yet.',
    'after-hours': 'Closed for today.',
    weekend: 'Open on working days only.',
    holiday: 'Closed for a holiday.',
    'last-entry': 'No new calls today.',
    server: 'Closed right now.',
  },
  opensAt: (opens) => `Opens ${day(opens)} at ${time(opens)} IST${ownTime(opens)}.`,
  closesAt: (closes) =>
    `Closes ${day(closes)} at ${time(closes)} IST${ownTime(closes)}. Start now to be in time.`,
  reminder: 'Video KYC is open: start the call',
  errors: {
    no_endpoint: notSetUp,
    bad_endpoint: notSetUp,
    offline: 'You are offline. Check your connection and try again.',
    network: 'We could not connect. Check your connection and try again.',
    timeout: 'This is taking too long. Please try again.',
    session_expired: 'This page has been open too long. Reload it to go on.',
    not_found: notSetUp,
    conflict: 'Video KYC cannot start right now. Please try again in a few minutes.',
    not_eligible: 'Video KYC is not available for your account now. Please contact support.',
    rate_limited: 'Too many tries. Please wait a minute and try again.',
    server_error: ourSide,
    http_error: ourSide,
    not_json: ourSide,
    too_large: ourSide,
    bad_shape: ourSide,
    refused: ourSide,
    no_link: ourSide,
    bad_link: 'The call link did not look safe, so we did not open it. Please contact support.',
  },
  checklist: {
    card: 'Have your original PAN card at hand.',
    india: 'Be in India during the call.',
    vpn: 'Turn off any VPN.',
    room: 'Sit in a quiet, bright room.',
    access: 'Allow camera, microphone and location when you are asked.',
  },
  findings: {
    insecure: 'This page is not secure, so no camera works here. Please tell the company whose page this is.',
    'no-camera':
      'This browser has no access to a camera. Open this page in Chrome or Safari, or on your phone.',
    'camera-denied': 'The camera is blocked for this page. Allow it in the site settings of your browser.',
    'microphone-denied':
      'The microphone is blocked for this page. Allow it in the site settings of your browser.',
    'location-denied': 'Location is blocked for this page. Allow it in the site settings of your browser.',
    'in-app':
      'This page is open inside another app. If the camera does not work, open it in Chrome or Safari.',
    offline: 'You are offline. Connect to the internet first.',
    ready: 'This device looks ready for the call.',
  },
  handoff: {
    scan: 'Scan this code with your phone, or send yourself the link. Give it to nobody else: it opens your call.',
    code: 'QR code that opens your video call',
    message: 'Continue my video KYC:',
    copied: 'Link copied.',
    'not-copied': 'Your browser did not copy the link. Select it and copy it.',
    hidden: 'The link is hidden again. Press “Continue on your phone” to show a new one.',
  },
  callTitle: 'Video KYC call',
  endQuestion: 'End the video call?',
};

export default en;
