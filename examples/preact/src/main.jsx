import 'enkash-vkyc-button/define.js';
import { render } from 'preact';
import { App } from './App.jsx';
import { openSession } from './open-session.js';
import './style.css';

const endpoint = await openSession();
render(<App endpoint={endpoint} />, document.body);
