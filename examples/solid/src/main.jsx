import 'enkash-vkyc-button/define.js';
import { render } from 'solid-js/web';
import { App } from './App.jsx';
import { openSession } from './open-session.js';
import './style.css';

const endpoint = await openSession();
render(() => <App endpoint={endpoint} />, document.body);
