import { Link } from 'react-router-dom'
import { paths } from '#src/lib/paths.ts'
import { Icon, type IconName } from '#src/ui/icon.tsx'
import './home-intents.css'

/** What people come for, most likely first. */
const intents: readonly { to: string; icon: IconName; title: string; text: string }[] = [
  {
    to: paths.guides(),
    icon: 'card',
    title: 'Thủ tục',
    text: 'Căn cước, cư trú, VNeID: mang gì, đến đâu, bao nhiêu tiền',
  },
  { to: paths.applications(), icon: 'file', title: 'Theo dõi hồ sơ', text: 'Hồ sơ đến đâu, ngày nào trả' },
  { to: paths.tip(), icon: 'tip', title: 'Báo tin', text: 'Có thể ẩn danh' },
  { to: paths.news(), icon: 'news', title: 'Tin tức', text: 'Cảnh báo, thông báo' },
  { to: paths.stations(), icon: 'station', title: 'Điểm tiếp dân', text: 'Nơi đến, giờ làm việc' },
]

export function HomeIntents() {
  return (
    <nav aria-label="Việc thường làm">
      <ul className="intents plain-list">
        {intents.map(({ to, icon, title, text }) => (
          <li key={to} className="intents__item">
            <Link to={to} className="intents__link">
              <span className="intents__icon">
                <Icon name={icon} size="1.75rem" />
              </span>
              <span className="intents__words">
                <span className="intents__title">{title}</span>
                <span className="intents__text">{text}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
