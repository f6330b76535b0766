import { formatNumber } from '../dates';
import { STOCK_PARTS } from '../looks';
import type { Stock } from '../report';

/** `WNI L +2, KK −1`: what a koreksi saldo adds, without what it leaves as it is; '' for nothing. */
export function amountText(amount: Stock): string {
  return STOCK_PARTS.filter(([part]) => amount[part] !== 0)
    .map(([part, words]) => `${words} ${amount[part] > 0 ? '+' : ''}${formatNumber(amount[part])}`)
    .join(', ');
}
