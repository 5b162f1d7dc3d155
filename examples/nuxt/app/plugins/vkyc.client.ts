// registers the tag, in the browser only
import 'enkash-vkyc-button/define.js';

export default defineNuxtPlugin(() => {});
