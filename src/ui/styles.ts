// One module for all of zmp-ui's css: each file repeats the same variables, merged only when they share a chunk.
import 'zmp-ui/app/styles/app.css'
import 'zmp-ui/page/styles/page.css'
import './tokens.css'
import './base.css'
