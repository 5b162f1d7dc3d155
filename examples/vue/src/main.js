import { createApp } from 'vue';
import App from './App.vue';
import { openSession } from './open-session.js';
import './style.css';

const endpoint = await openSession();
createApp(App, { endpoint }).mount(document.body);
