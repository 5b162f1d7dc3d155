/** The card id comes from your sign-in, never from the browser. */
const signedIn = () => 'EKCHUZJWZW';

export default defineEventHandler(() => vkyc().createSession({ enKashCardId: signedIn() }));
