import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A signed record has some 7 KB, half of which is the certificate and repeats words: deflated it takes half as many write units. */
export const deflated = (text: string): string => deflateRawSync(Buffer.from(text)).toString('base64');
export const inflated = (text: string): string => inflateRawSync(Buffer.from(text, 'base64')).toString();
