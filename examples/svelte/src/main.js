import 'enkash-vkyc-button/define.js';
import { mount } from 'svelte';
import App from './App.svelte';
import { openSession } from './open-session.js';
import './style.css';

const endpoint = await openSession();
mount(App, { target: document.body, props: { endpoint } });
