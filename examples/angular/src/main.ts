import { bootstrapApplication } from '@angular/platform-browser';
import 'enkash-vkyc-button/define.js';
import { App } from './app';

await bootstrapApplication(App);
