import { GoogleError } from '../served';

/** Cuts a list of recipients at its commas; a name in quotes or a pair of angle brackets may stand in one. */
export function splitAddresses(text: string | undefined): string[] {
  return (text ?? '')
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The bare address in `Name <address>`. Throws in Google's words when it is none (google.md section 1). */
export function bareAddress(text: string): string {
  const address = (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim();
  if (!/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(address))
    throw new GoogleError(`Invalid email: ${text}`);
  return address;
}

/** Every recipient of a list as bare address. */
export function recipients(text: string | undefined): string[] {
  return splitAddresses(text).map(bareAddress);
}
