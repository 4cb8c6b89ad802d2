import { mount } from 'svelte';
import App from './App.svelte';
import './look';
import './style.css';
import './controls.css';
import './floating.css';
import './print.css';

const target = document.getElementById('app');
if (target) mount(App, { target });
