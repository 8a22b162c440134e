import { isIPv6 } from 'node:net';
import type { Context } from 'hono';

/**
 * The network that a request comes from: an IPv4 address, or the first half of an IPv6 one, since one machine has as many
 * of those as it likes. Behind a proxy it is the proxy's: a header can name anybody, so none is believed.
 */
export function networkOf(c: Context): string {
  const socket: unknown = c.env?.incoming?.socket?.remoteAddress; // absent where no network is between
  const address = String(socket ?? '').replace(/^::ffff:/, '');
  return isIPv6(address) ? firstHalf(address) : address;
}

function firstHalf(address: string): string {
  const [front = [], back = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back].slice(0, 4).join(':');
}
