import { encode } from 'uqr';
import styles from './qr-code.module.css';

/** A text as a QR code, dark on light in every colour scheme: cameras read it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text);
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} className={styles.code} shapeRendering="crispEdges">
      <path d={dark.join('')} />
    </svg>
  );
}
