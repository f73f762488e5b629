/** `15000` → `15.000 đồng`, the form used in running text. */
export function formatMoney(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`
}
