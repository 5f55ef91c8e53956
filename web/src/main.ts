import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { device } from './screens/add/device.ts';
import { hasWaiting } from './screens/add/outbox.ts';
import { hasEditsToSend } from './screens/find/keep/edit-outbox.ts';
import { keepForLater } from './service-worker/register.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app to draw into.');
mount(App, { target });
keepForLater();

// A place that was added while there was no line is sent now, or as soon as there is one.
if (hasWaiting(device)) import('./screens/add/sending.svelte.ts').then(({ sending }) => sending.send());
if (hasEditsToSend(device))
  import('./screens/find/keep/send-edits.ts').then((edits) => edits.sendWaitingEdits());
