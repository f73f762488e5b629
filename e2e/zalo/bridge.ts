export interface BridgeSetup {
  appId: string
  appConfig: unknown
  answers: Bridge['answers']
}

export interface BridgeCall {
  action: string
  data: Record<string, unknown>
}

/** What the native side answers to an action, e.g. `{ error_code: -201, error_message: 'refused' }`. */
export interface NativeAnswer {
  error_code: number
  error_message?: string
  data?: unknown
}

export interface Bridge {
  calls: BridgeCall[]
  answers: Record<string, NativeAnswer | 'silence'>
  acknowledged: string[]
  /** Plays a native event such as `h5.event.open.mp`. */
  emit(name: string, data: unknown): void
}

const cookie = (name: string, value: string) => ({ name: `h5.zdn.vn_${name}`, value })

/** Answers of a willing person; the code in the login becomes the token `user-<id>` at the stand-in. */
export function usualAnswers(userId: string): Bridge['answers'] {
  return {
    'action.jump.login': {
      error_code: 0,
      data: {
        cookiesOAuthLogins: [
          cookie('zoauth', `code-${userId}`),
          cookie('zoauth_vrf', 'verifier'),
          cookie('zlink3rd', 'js-token'),
        ],
        miniProgramConfig: { jwt: 'jwt', userId, canUseAccessTokenByDefault: true, userAuthorized: true },
      },
    },
    'action.open.sharesheet': { error_code: 0, data: { status: 2, share_type: 2, uid_to_size: 1 } },
    'action.open.qr': { error_code: 0, data: { content: 'https://zalo.me/s/1/' } },
  }
}

/**
 * Runs inside the page before anything else: the part of Zalo's native side that the SDK talks to.
 * It is sent to the browser as text, so everything it needs stands inside it.
 */
export function installBridge({ appId, appConfig, answers }: BridgeSetup) {
  const page = window as unknown as Record<string, unknown>
  const bridge: Bridge = {
    calls: [],
    acknowledged: [],
    answers,
    emit: (name, data) => {
      const receiver = page['zaloJSV2'] as { zalo_h5_event_handler: (...args: unknown[]) => void }
      receiver.zalo_h5_event_handler('event-1', name, JSON.stringify(data))
    },
  }
  const jsCall = (_token: string, action: string, _access: string, json: string, callback: string) => {
    bridge.calls.push({ action, data: JSON.parse(json) })
    const upload = (bridge.calls[bridge.calls.length - 1]?.data['upload'] ?? {}) as { url?: string }
    const scripted = bridge.answers[action]
    if (scripted === 'silence') return
    // Android hands over the name of the callback as source text.
    const [serial, name] = [...callback.matchAll(/"([^"]*)"/g)].map((match) => match[1])
    const receive = page['onNativeMessage'] as (serial?: string, name?: string) => (result: string) => void
    const reply = (answer: NativeAnswer) => {
      const result = JSON.stringify({ error_message: 'Success', ...answer, action })
      setTimeout(() => receive(serial, name)(result), 1)
    }
    if (scripted || !upload.url) return reply(scripted ?? { error_code: 0, data: {} })
    // Zalo itself, and not the page, posts what was picked; the page gets the answer as text.
    const send = page['nativeUpload'] as (url: string) => Promise<string>
    void send(upload.url).then((text) => reply({ error_code: 0, data: { result_content: text } }))
  }
  // Native storage outlives the page, so the stand-in keeps it where a reload finds it.
  const processActionMPDS = (json: string) => {
    const { mpds_action: action, mpds_data: data } = JSON.parse(json)
    bridge.calls.push({ action, data })
    const scripted = bridge.answers[action]
    if (scripted && scripted !== 'silence') return JSON.stringify(scripted)
    const kept = JSON.parse(sessionStorage.getItem('native') ?? '{}')
    if (action === 'mpds.set') Object.assign(kept, data.map)
    if (action === 'mpds.remove.key') for (const key of data.keys) delete kept[key]
    sessionStorage.setItem('native', JSON.stringify(kept))
    return JSON.stringify({ error_code: 0, data: { mpds_data: { map: kept, error_keys: [] } } })
  }
  Object.assign(page, {
    APP_ID: appId,
    zAppID: `zalo-${appId}`,
    APP_ENV: '',
    APP_VERSION: '1',
    APP_CONFIG: appConfig,
    zLanguage: 'vi',
    zTheme: 'light',
    zaloBridge: bridge,
    ZJSBridge: { setJSToken: () => undefined, setZAccSession: () => undefined },
    ZaloJavaScriptInterface: {
      jsCall,
      processActionMPDS,
      jsH5EventCallback: (_id: string, name: string) => void bridge.acknowledged.push(name),
      getStatusBarHeight: () => 24,
    },
  })
}
