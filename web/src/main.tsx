import './app/first.ts';
import './app/layers.css';
import '@mantine/core/styles.layer.css';
import './app/theme.css';
import './app/access.css';
import './app/print.css';
import { createRoot } from 'react-dom/client';
import { pointApi } from './api/client.ts';
import { loadConfig } from './api/config.ts';
import { App, isOpenPage } from './app/app.tsx';
import { startTexts } from './i18n/i18n.ts';
import { resume } from './session/session.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const [settings] = await Promise.all([loadConfig(), startTexts()]);
pointApi(settings.apiUrl);
if (!isOpenPage()) await resume();
createRoot(root).render(<App />);
