import './ui/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

// Inside Zalo the page is the platform's own: it gives us `#app` and nothing else.
const root = document.getElementById('app')
if (!root) throw new Error('The page has no #app element')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
