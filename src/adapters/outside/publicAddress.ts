import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** IPv4 that is nobody's on the open internet: own networks, this machine, link-local with the metadata of clouds, shared, for documents, many at once. */
const closedIPv4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Within what IPv6 has open: tunnels, which end at an IPv4 address of somebody's choice, and documents. */
const closedIPv6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [net, prefix] of closedIPv4) closed.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of closedIPv6) closed.addSubnet(net, prefix, 'ipv6');
const openIPv6 = new BlockList();
openIPv6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is on the open internet. Anything else is not, IPv4 within IPv6 too. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  return isIPv6(address) && openIPv6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
